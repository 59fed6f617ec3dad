using System.Globalization;

namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>The PostgreSQL programs on this machine that can make and run a PostGIS database.</summary>
/// <param name="BinFolder">Where initdb, pg_ctl and postgres are.</param>
/// <param name="MajorVersion">15 or newer.</param>
public sealed record PostgresInstallation(string BinFolder, int MajorVersion)
{
    /// <summary>The oldest version that is known to work.</summary>
    public const int OldestMajorVersion = 15;

    /// <summary>Where Debian keeps one folder per major version.</summary>
    public const string DebianFolder = "/usr/lib/postgresql";

    private const string DebianShareFolder = "/usr/share/postgresql";

    /// <summary>The newest installation with PostGIS, among Debian's folders and those on PATH.</summary>
    /// <exception cref="PostgresMissingException">There is none; the message names the packages.</exception>
    public static PostgresInstallation Find() =>
        Find(
            DebianFolder,
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries),
            wantedMajorVersion: null
        );

    /// <summary>The installation that wrote an existing data folder.</summary>
    /// <exception cref="PostgresMissingException">That version is not there; the message names the packages.</exception>
    public static PostgresInstallation Find(int majorVersion) =>
        Find(
            DebianFolder,
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries),
            majorVersion
        );

    internal static PostgresInstallation Find(
        string debianFolder,
        IReadOnlyList<string> pathFolders,
        int? wantedMajorVersion
    )
    {
        var found = new List<PostgresInstallation>();
        if (Directory.Exists(debianFolder))
        {
            found.AddRange(
                Directory
                    .EnumerateDirectories(debianFolder)
                    .Select(folder => At(Path.Combine(folder, "bin")))
                    .OfType<PostgresInstallation>()
            );
        }

        found.AddRange(pathFolders.Select(At).OfType<PostgresInstallation>());
        PostgresInstallation[] fitting =
        [
            .. found
                .Where(candidate =>
                    wantedMajorVersion is { } wanted
                        ? candidate.MajorVersion == wanted
                        : candidate.MajorVersion >= OldestMajorVersion
                )
                .OrderByDescending(candidate => candidate.MajorVersion),
        ];
        if (fitting.Length == 0)
        {
            int version = wantedMajorVersion ?? OldestMajorVersion;
            string seen =
                found.Count == 0
                    ? "none was found"
                    : $"only {string.Join(", ", found.Select(candidate => candidate.MajorVersion).Distinct())} was found";
            throw new PostgresMissingException(
                wantedMajorVersion is null
                    ? $"PostgreSQL {version} or newer is needed; {seen} in {debianFolder} and on PATH."
                    : $"The data folder was written by PostgreSQL {version}; {seen} in {debianFolder} and on PATH.",
                [$"postgresql-{version}", $"postgresql-{version}-postgis-3"]
            );
        }

        return fitting.FirstOrDefault(candidate => candidate.HasPostgis())
            ?? throw new PostgresMissingException(
                $"PostgreSQL {fitting[0].MajorVersion} is installed, PostGIS for it is not.",
                [$"postgresql-{fitting[0].MajorVersion}-postgis-3"]
            );
    }

    /// <summary>The full path of one of its programs.</summary>
    public string Program(string name) => Path.Combine(BinFolder, name);

    private static PostgresInstallation? At(string binFolder)
    {
        if (
            !File.Exists(Path.Combine(binFolder, "initdb"))
            || !File.Exists(Path.Combine(binFolder, "pg_ctl"))
            || !File.Exists(Path.Combine(binFolder, "postgres"))
        )
        {
            return null;
        }

        string? parent = Path.GetFileName(Path.GetDirectoryName(binFolder));
        return
            int.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            || TryAskVersion(binFolder, out version)
            ? new PostgresInstallation(binFolder, version)
            : null;
    }

    private static bool TryAskVersion(string binFolder, out int majorVersion)
    {
        // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
        string answer = Programs.Run(Path.Combine(binFolder, "postgres"), ["--version"]).Output;
        string digits = new([.. answer.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out majorVersion);
    }

    private bool HasPostgis()
    {
        string control = Path.Combine("extension", "postgis.control");
        string version = MajorVersion.ToString(CultureInfo.InvariantCulture);
        string debian = Path.Combine(DebianShareFolder, version, control);
        string beside = Path.GetFullPath(Path.Combine(BinFolder, "..", "share", control));
        if (File.Exists(debian) || File.Exists(beside))
        {
            return true;
        }

        string ask = Program("pg_config");
        return File.Exists(ask) && File.Exists(Path.Combine(Programs.Run(ask, ["--sharedir"]).Output.Trim(), control));
    }
}
