namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>Locks on files of a home, which the operating system takes back whatever way a process ends.</summary>
/// <remarks>
/// <para>Source: flock(2), which .NET's file streams use: shared for anything but <see cref="FileShare.None"/>, exclusive for
/// that. Two streams of one process count as two users. The files stay, so that nobody can lock a deleted one.</para>
/// </remarks>
internal static class HomeLock
{
    /// <summary>EWOULDBLOCK, as Linux numbers it.</summary>
    private const int WouldBlock = 11;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>A share of the lock; null while somebody has it alone.</summary>
    public static FileStream? TryShare(string path) => TryOpen(path, FileShare.ReadWrite);

    /// <summary>The lock alone; null while anybody else has it or a share of it.</summary>
    public static FileStream? TryTake(string path) => TryOpen(path, FileShare.None);

    /// <summary>The lock alone, waiting for it.</summary>
    /// <exception cref="ClusterException">Somebody kept it longer than the patience lasts.</exception>
    public static async Task<FileStream> TakeAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var impatience = new CancellationTokenSource(patience);
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            if (impatience.IsCancellationRequested)
            {
                throw new ClusterException(
                    $"Another process has been starting or stopping the cluster for {patience.TotalSeconds:0} s; it holds {path}."
                );
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static FileStream? TryOpen(string path, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
        }
        catch (IOException failure) when (failure.HResult == WouldBlock)
        {
            return null;
        }
    }
}
