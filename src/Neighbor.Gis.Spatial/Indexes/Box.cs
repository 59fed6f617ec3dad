using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Spatial.Indexes;

/// <summary>外接矩形. An upright rectangle with its borders, in whatever units its user counts in.</summary>
/// <param name="MinX">The smallest x.</param>
/// <param name="MinY">The smallest y.</param>
/// <param name="MaxX">The largest x.</param>
/// <param name="MaxY">The largest y.</param>
public readonly record struct Box(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>The box that holds nothing, and that any point widens.</summary>
    public static Box Nothing { get; } =
        new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>Whether there is no point in it.</summary>
    public bool IsEmpty => !(MinX <= MaxX && MinY <= MaxY);

    /// <summary>The box of one position, in degrees.</summary>
    public static Box At(Position position) =>
        new(position.Longitude, position.Latitude, position.Longitude, position.Latitude);

    /// <summary>The box of a geometry; nothing if that is empty.</summary>
    public static Box Of(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        Envelope envelope = geometry.EnvelopeInternal;
        return envelope.IsNull ? Nothing : new Box(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);
    }

    /// <summary>A box in degrees that holds everything within so many metres of a position, and a little
    /// more.</summary>
    /// <remarks><para>Not for the poles or across 180°: there is no neighbourhood of ours.</para></remarks>
    public static Box Around(Position position, double metres)
    {
        const double LeastMetresPerDegreeNorth = 110_570;
        const double LeastMetresPerDegreeEast = 111_310;
        double north = metres / LeastMetresPerDegreeNorth;
        double farthest = Math.Min(89, Math.Abs(position.Latitude) + north);
        double east = metres / (LeastMetresPerDegreeEast * Degrees.SinCos(farthest).Cos);
        return new Box(
            position.Longitude - east,
            position.Latitude - north,
            position.Longitude + east,
            position.Latitude + north
        );
    }

    /// <summary>Whether the two share a point; touching is sharing.</summary>
    public bool Meets(Box other) =>
        MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY;

    /// <summary>The smallest box around both.</summary>
    public Box With(Box other) =>
        new(
            Math.Min(MinX, other.MinX),
            Math.Min(MinY, other.MinY),
            Math.Max(MaxX, other.MaxX),
            Math.Max(MaxY, other.MaxY)
        );
}
