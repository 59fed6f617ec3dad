namespace Neighbor.Gis.Testing;

/// <summary>Finds the files tests read: committed cases, and real data sets that are never committed.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder the solution lies in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A committed file of test cases.</summary>
    public static string Case(string name) => Path.Combine(Root, "data", "cases", name);

    /// <summary>
    /// A file or folder of the real data, which lies beside the repository or where <c>NEIGHBOR_REAL_DATA</c> says;
    /// null where this machine has none. A test that gets null says so loudly with <c>Assert.Skip</c>.
    /// </summary>
    public static string? FindReal(string relative)
    {
        string folder =
            Environment.GetEnvironmentVariable("NEIGHBOR_REAL_DATA")
            ?? Path.Combine(Root, "..", "shared", "data", "real");
        string path = Path.GetFullPath(Path.Combine(folder, relative));
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Neighbor.Gis.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Neighbor.Gis.sln above {AppContext.BaseDirectory}.");
    }
}
