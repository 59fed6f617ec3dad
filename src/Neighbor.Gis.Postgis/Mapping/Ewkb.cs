using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>The binary form in which PostGIS takes and gives geometries: WKB with the spatial reference inside.</summary>
/// <remarks>
/// <para>Source: PostGIS 3.3, liblwgeom EWKB. Measures (M) are not kept; curves cannot be read, and our columns hold none.</para>
/// <para>Threads: safe; each thread has a reader and writers of its own.</para>
/// </remarks>
public static class Ewkb
{
    private static readonly FiniteCoordinates Finite = new();

    [ThreadStatic]
    private static WKBReader? _reader;

    [ThreadStatic]
    private static WKBWriter? _flatWriter;

    [ThreadStatic]
    private static WKBWriter? _heightWriter;

    /// <summary>The bytes of a geometry.</summary>
    /// <exception cref="ArgumentException">It has no spatial reference, or a coordinate that is not a finite number.</exception>
    public static byte[] Write(Geometry geometry)
    {
        if (geometry.SRID == 0)
        {
            // A typed column would silently stamp its own SRID on it, whatever datum the numbers are in.
            throw new ArgumentException(
                $"Got a {geometry.GeometryType} with SRID 0; a geometry that is stored must say its spatial reference.",
                nameof(geometry)
            );
        }

        geometry.Apply(Finite);
        return HasHeights(geometry)
            ? (_heightWriter ??= NewWriter(withHeights: true)).Write(geometry)
            : (_flatWriter ??= NewWriter(withHeights: false)).Write(geometry);
    }

    /// <summary>The geometry that some bytes describe, of exactly the type that was asked for.</summary>
    /// <exception cref="InvalidCastException">The bytes describe a geometry of another type.</exception>
    public static T Read<T>(byte[] bytes)
        where T : Geometry
    {
        _reader ??= new WKBReader(NtsGeometryServices.Instance) { HandleSRID = true };
        Geometry geometry = _reader.Read(bytes);
        return geometry as T
            ?? throw new InvalidCastException($"Got a {geometry.GeometryType} where a {typeof(T).Name} is expected.");
    }

    private static WKBWriter NewWriter(bool withHeights) =>
        new(ByteOrder.LittleEndian, handleSRID: true, emitZ: withHeights);

    private static bool HasHeights(Geometry geometry) =>
        geometry switch
        {
            { IsEmpty: true } => false,
            Point point => point.CoordinateSequence.HasZ && !double.IsNaN(point.Z),
            LineString line => line.CoordinateSequence.HasZ && !double.IsNaN(line.GetCoordinateN(0).Z),
            Polygon polygon => HasHeights(polygon.ExteriorRing),
            GeometryCollection parts => HasHeights(parts[0]),
            _ => false,
        };

    private sealed class FiniteCoordinates : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence seq, int i)
        {
            if (!double.IsFinite(seq.GetX(i)) || !double.IsFinite(seq.GetY(i)))
            {
                throw new ArgumentException(
                    $"Got the coordinate {seq.GetX(i)}, {seq.GetY(i)}; both must be finite numbers.",
                    nameof(seq)
                );
            }
        }
    }
}
