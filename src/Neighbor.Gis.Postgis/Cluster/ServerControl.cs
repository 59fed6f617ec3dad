using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>Makes the data folder and starts the server on it. The caller holds the home's turn.</summary>
internal sealed class ServerControl(PrivateClusterOptions options, ServerUser user, string socketFolder)
{
    /// <summary>The database every cluster has from the beginning.</summary>
    public const string MaintenanceDatabase = "postgres";

    private const long SmallSharedMemoryBytes = 512L << 20;
    private const long LargeLogBytes = 8L << 20;
    private const int LogTailBytes = 4000;
    private static readonly string[] NoSync = ["--no-sync"];

    /// <summary>What the log says while a killed server's number or shared memory is still taken.</summary>
    private static readonly string[] Remains =
    [
        "lock file \"postmaster.pid\" already exists",
        "pre-existing shared memory block",
    ];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly string _dataFolder = DataFolderOf(options.Home);
    private readonly string _logFile = Path.Combine(options.Home, "server.log");

    /// <summary>Where the data of a home is.</summary>
    public static string DataFolderOf(string home) => Path.Combine(home, "data");

    /// <summary>The installation for a data folder: the one that wrote it, or the newest where there is none yet.</summary>
    public static PostgresInstallation InstallationFor(string dataFolder)
    {
        string versionFile = Path.Combine(dataFolder, "PG_VERSION");
        return File.Exists(versionFile)
            ? PostgresInstallation.Find(
                int.Parse(File.ReadAllText(versionFile).Trim(), NumberStyles.None, CultureInfo.InvariantCulture)
            )
            : PostgresInstallation.Find();
    }

    /// <summary>Sees to it that the server runs and answers.</summary>
    /// <returns>The folder of its socket, and whether it ran already.</returns>
    public async Task<(string SocketFolder, bool IsJoined)> RunAsync(CancellationToken cancellationToken)
    {
        PostgresInstallation installation = InstallationFor(_dataFolder);
        await EnsureDataAsync(installation, cancellationToken);
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < options.Patience)
        {
            switch (Postmaster.Of(_dataFolder))
            {
                case Postmaster.Absent when await TryStartAsync(installation, cancellationToken):
                    return (socketFolder, false);
                case Postmaster.Alive { SocketFolder: { } at } when await AnswersAsync(at, cancellationToken):
                    return (at, true);
                case Postmaster.Mistaken:
                    Postmaster.Correct(_dataFolder);
                    continue;
            }

            // It is starting, recovering or stopping; or it is dead and its number, or its shared memory, is not free yet.
            await Task.Delay(Pause, cancellationToken);
        }

        throw new ClusterException(
            $"The database server of {options.Home} neither answered nor went away within {options.Patience.TotalSeconds:0} s "
                + $"({Postmaster.Of(_dataFolder)}).{LogTail(0)}"
        );
    }

    private async Task EnsureDataAsync(PostgresInstallation installation, CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(_dataFolder, "PG_VERSION")))
        {
            return;
        }

        if (Directory.Exists(_dataFolder))
        {
            if (Directory.EnumerateFileSystemEntries(_dataFolder).Any())
            {
                throw new ClusterException(
                    $"{_dataFolder} is neither empty nor a PostgreSQL data folder. It was left as it is; move it away, or choose "
                        + "another folder with NEIGHBOR_HOME."
                );
            }

            Directory.Delete(_dataFolder);
        }

        // Made under another name and renamed when it is whole, so that one that was interrupted is never taken for a cluster.
        string unfinished = _dataFolder + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        ProgramResult made = await user.RunAsync(
            installation.Program("initdb"),
            [
                "-D",
                unfinished,
                "-U",
                PrivateCluster.UserName,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions",
                .. options.IsThrowAway ? NoSync : [],
            ],
            cancellationToken
        );
        if (made.ExitCode != 0)
        {
            throw new ClusterException(
                $"initdb could not make a database cluster in {options.Home}: {made.Complaint.Trim()}"
            );
        }

        Directory.Move(unfinished, _dataFolder);
    }

    /// <summary>False where what is left of a killed server stands in the way for a moment more.</summary>
    private async Task<bool> TryStartAsync(PostgresInstallation installation, CancellationToken cancellationToken)
    {
        if (File.Exists(_logFile) && new FileInfo(_logFile).Length > LargeLogBytes)
        {
            File.Move(_logFile, _logFile + ".old", overwrite: true);
        }

        long logBefore = File.Exists(_logFile) ? new FileInfo(_logFile).Length : 0;
        ProgramResult started = await user.RunAsync(
            installation.Program("pg_ctl"),
            [
                "-D",
                _dataFolder,
                "-l",
                _logFile,
                "-w",
                "-t",
                options.Patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
                "-o",
                string.Join(' ', Settings().Select(setting => $"-c {setting.Name}={ForShell(setting.Value)}")),
                "start",
            ],
            cancellationToken
        );
        if (started.ExitCode == 0)
        {
            return true;
        }

        string log = LogTail(logBefore);
        return Array.Exists(Remains, remains => log.Contains(remains, StringComparison.Ordinal))
            ? false
            : throw new ClusterException(
                $"The database server of {options.Home} did not start: {started.Complaint.Trim()}{log}"
            );
    }

    private IEnumerable<(string Name, string Value)> Settings()
    {
        yield return ("listen_addresses", "");
        yield return ("port", "5432");
        yield return ("unix_socket_directories", $"\"{socketFolder.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        yield return ("unix_socket_permissions", "0700");
        yield return ("timezone", "UTC");
        yield return ("log_timezone", "UTC");

        // Compiling a plan costs more than any of our queries runs.
        yield return ("jit", "off");
        yield return ("max_wal_size", "4GB");
        if (HasSmallSharedMemory())
        {
            yield return ("dynamic_shared_memory_type", "mmap");
        }

        if (options.IsThrowAway)
        {
            yield return ("fsync", "off");
            yield return ("synchronous_commit", "off");
            yield return ("full_page_writes", "off");
            yield return ("max_connections", "200");
        }
        else
        {
            yield return ("shared_buffers", "256MB");
            yield return ("random_page_cost", "1.1");
        }
    }

    private static bool HasSmallSharedMemory()
    {
        try
        {
            return new DriveInfo("/dev/shm").TotalSize < SmallSharedMemoryBytes;
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return true;
        }
    }

    private static string ForShell(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static async Task<bool> AnswersAsync(string at, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(
                PrivateCluster.ConnectionStringTo(at, MaintenanceDatabase) + ";Pooling=false;Timeout=5"
            );
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string LogTail(long from)
    {
        try
        {
            using var log = new FileStream(_logFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            log.Seek(Math.Max(Math.Min(from, log.Length), log.Length - LogTailBytes), SeekOrigin.Begin);
            using var reader = new StreamReader(log);
            string tail = reader.ReadToEnd().Trim();
            return tail.Length == 0 ? "" : $"{Environment.NewLine}The end of {_logFile}:{Environment.NewLine}{tail}";
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
