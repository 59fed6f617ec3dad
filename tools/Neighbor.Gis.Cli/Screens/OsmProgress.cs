using Neighbor.Gis.Cli.Words;
using Neighbor.Gis.Ingest.Osm.Reports;

namespace Neighbor.Gis.Cli.Screens;

/// <summary>Tells how far an import of OpenStreetMap has come.</summary>
internal sealed class OsmProgress(IProgress<Stage> progress, Phrases phrases, string readingTitle)
    : IProgress<ImportProgress>
{
    /// <inheritdoc />
    public void Report(ImportProgress value) =>
        progress.Report(
            value.Stage switch
            {
                ImportStage.Reading => new Stage(
                    readingTitle,
                    value.BytesTotal is > 0 and long total ? Math.Min(1, (double)value.BytesRead / total) : null
                ),
                ImportStage.Drawing => new Stage(phrases["progress.drawing"], null),
                _ => new Stage(phrases["progress.networking"], null),
            }
        );
}
