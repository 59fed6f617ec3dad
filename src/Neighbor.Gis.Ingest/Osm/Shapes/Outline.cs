using Neighbor.Gis.Ingest.Osm.Reports;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Shapes;

/// <summary>The outline of a closed way or of a relation: drawn, or the reason why it cannot be.</summary>
internal abstract record Outline
{
    private Outline() { }

    /// <summary>A valid outline.</summary>
    /// <param name="Geom">Valid, shells counter-clockwise.</param>
    /// <param name="IsRepaired">Whether it crossed itself and was cut up into what is inside by the even-odd rule.</param>
    /// <param name="IsPartial">Whether members were missing, and what closes without them was kept.</param>
    public sealed record Drawn(MultiPolygon Geom, bool IsRepaired, bool IsPartial) : Outline;

    /// <summary>No outline.</summary>
    public sealed record Undrawn(Finding Why) : Outline;
}
