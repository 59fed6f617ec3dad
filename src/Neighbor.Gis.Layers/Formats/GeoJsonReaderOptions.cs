using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>How GeoJSON is read.</summary>
public sealed record GeoJsonReaderOptions
{
    /// <summary>Degrees are checked and geometries carry SRID 4490.</summary>
    public static GeoJsonReaderOptions Default { get; } = new();

    /// <summary>Makes the geometries; its SRID is theirs.</summary>
    public GeometryFactory Factory { get; init; } = new(new PrecisionModel(), Position.Srid);

    /// <summary>Whether a longitude beyond 180 or a latitude beyond 90 degrees is refused; off only for projected data.</summary>
    public bool RefuseOutOfRange { get; init; } = true;

    /// <summary>Whether a ring that does not end where it begins is closed instead of refused.</summary>
    public bool CloseRings { get; init; }
}
