namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>Where a private cluster lives and how it is run.</summary>
public sealed record PrivateClusterOptions
{
    /// <summary>The variable that names the folder.</summary>
    public const string HomeVariable = "NEIGHBOR_HOME";

    /// <summary>The folder that holds the data, the log and the locks; nothing outside it is touched.</summary>
    public required string Home { get; init; }

    /// <summary>Where the socket is, or null for a place that is chosen: the home itself, or a short one if its path is too long.</summary>
    public string? SocketFolder { get; init; }

    /// <summary>Whether the data is worth nothing: no fsync, and the folder is deleted when the last user leaves.</summary>
    public bool IsThrowAway { get; init; }

    /// <summary>How long starting, recovering and stopping may take each.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The home named by <c>NEIGHBOR_HOME</c>, or the usual one of this user.</summary>
    public static PrivateClusterOptions FromEnvironment() => new() { Home = DefaultHome() };

    /// <summary>A new throw-away home in the folder for temporary files.</summary>
    public static PrivateClusterOptions ThrowAway() =>
        new()
        {
            Home = Path.Combine(Path.GetTempPath(), ThrowAwayHomes.Prefix + Guid.NewGuid().ToString("n")[..12]),
            IsThrowAway = true,
        };

    private static string DefaultHome()
    {
        if (Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        return Environment.IsPrivilegedProcess
            ? "/var/lib/neighbor-gis"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "neighbor-gis");
    }
}
