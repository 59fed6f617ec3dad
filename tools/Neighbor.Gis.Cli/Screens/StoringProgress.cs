using Neighbor.Gis.Postgis.Deliveries;

namespace Neighbor.Gis.Cli.Screens;

/// <summary>Tells how far the storing of a data set has come.</summary>
internal sealed class StoringProgress(IProgress<Stage> progress, string title) : IProgress<DeliveryProgress>
{
    /// <inheritdoc />
    public void Report(DeliveryProgress value) =>
        progress.Report(new Stage(title, value.RowsTotal > 0 ? (double)value.RowsDone / value.RowsTotal : null));
}
