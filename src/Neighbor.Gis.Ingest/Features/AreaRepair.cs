using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>An area whose outline was broken and has been mended.</summary>
/// <param name="Code">The area.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fault">What was wrong with the outline.</param>
/// <param name="At">Where, in the file's own numbers.</param>
/// <param name="SquareMetresBefore">The ground its rings enclosed as drawn, each counted once.</param>
/// <param name="SquareMetresAfter">The ground it covers now.</param>
public sealed record AreaRepair(
    AreaCode Code,
    string Name,
    string Fault,
    Position At,
    double SquareMetresBefore,
    double SquareMetresAfter
)
{
    /// <summary>How much of its ground the area lost (below zero) or won.</summary>
    public double Change =>
        SquareMetresBefore > 0
            ? (SquareMetresAfter - SquareMetresBefore) / SquareMetresBefore
            : double.PositiveInfinity;
}
