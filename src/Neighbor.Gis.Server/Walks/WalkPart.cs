using Neighbor.Gis.Server.GeoJson;

namespace Neighbor.Gis.Server.Walks;

/// <summary>A walk, door to door.</summary>
/// <param name="Seconds">How long it takes.</param>
/// <param name="Metres">How long it is.</param>
/// <param name="FromMetres">How much of it lies between where it begins and the path.</param>
/// <param name="ToMetres">How much of it lies between the path and where it ends.</param>
/// <param name="Crossed">What it goes through, in order.</param>
/// <param name="Path">Its course.</param>
public sealed record WalkPart(
    double Seconds,
    double Metres,
    double FromMetres,
    double ToMetres,
    IReadOnlyList<CrossingPart> Crossed,
    LineShape Path
);
