namespace Neighbor.Gis.Testing;

/// <summary>The real geodata that is not part of the repository; tests that use it are skipped, loudly, where it is absent.</summary>
public static class RealData
{
    /// <summary>What a skipped test says.</summary>
    public const string Missing =
        "SKIPPED: the real data is not here. Put it beside the repository as ../shared/data/real, or name its folder in NEIGHBOR_REAL_DATA.";

    /// <summary>The folder, or null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>A file or folder below the real data, or null where it is absent.</summary>
    public static string? Path(params ReadOnlySpan<string> parts)
    {
        if (Folder is null)
        {
            return null;
        }

        string path = System.IO.Path.Combine([Folder, .. parts]);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("NEIGHBOR_REAL_DATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Neighbor.Gis.sln")))
            {
                string beside = System.IO.Path.Combine(at.FullName, "..", "shared", "data", "real");
                return Directory.Exists(beside) ? System.IO.Path.GetFullPath(beside) : null;
            }
        }

        return null;
    }
}
