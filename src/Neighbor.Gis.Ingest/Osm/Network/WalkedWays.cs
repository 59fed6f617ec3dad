using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>The walking network of a file, with what gates and lanes are drawn from.</summary>
/// <param name="Ways">The rows.</param>
/// <param name="Pieces">The pieces they were made of.</param>
/// <param name="Streets">The same, and the carriageways that were left out for the footways beside them.</param>
/// <param name="Figures">How it hangs together.</param>
internal sealed record WalkedWays(
    List<SurveyedWay> Ways,
    List<WayPiece> Pieces,
    List<WayPiece> Streets,
    NetworkFigures Figures
);
