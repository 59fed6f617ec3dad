namespace Neighbor.Gis.Cli.Screens;

/// <summary>Tells how much of a file has been read.</summary>
internal sealed class FileProgress(IProgress<Stage> progress, string title, long totalBytes) : IProgress<long>
{
    /// <inheritdoc />
    public void Report(long value) =>
        progress.Report(new Stage(title, totalBytes > 0 ? Math.Min(1, (double)value / totalBytes) : null));
}
