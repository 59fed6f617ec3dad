namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>Clears away throw-away homes whose users were killed before they could.</summary>
internal static class ThrowAwayHomes
{
    /// <summary>How the name of a throw-away home begins.</summary>
    public const string Prefix = "neighbor-throw-away-";

    /// <summary>A home younger than this may still be on its way to its first lock.</summary>
    private static readonly TimeSpan Infancy = TimeSpan.FromMinutes(10);

    /// <summary>Stops and deletes those that nobody uses.</summary>
    public static async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (string home in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(home) < Infancy)
            {
                continue;
            }

            try
            {
                using FileStream? users = HomeLock.TryTake(Path.Combine(home, PrivateCluster.UsersLock));
                if (users is not null)
                {
                    await PrivateCluster.EndAsync(home, "immediate", TimeSpan.FromSeconds(10), cancellationToken);
                    Directory.Delete(home, recursive: true);
                }
            }
            catch (Exception foreign)
                when (foreign
                        is IOException
                            or UnauthorizedAccessException
                            or ClusterException
                            or PostgresMissingException
                )
            {
                // Another user's, or gone already. It is only a matter of tidiness.
            }
        }
    }
}
