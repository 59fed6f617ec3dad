namespace Neighbor.Gis.Postgis.Tests.Tiles;

/// <summary>A feature of a decoded tile.</summary>
internal sealed record MvtFeature(
    ulong Id,
    int Kind,
    IReadOnlyDictionary<string, object> Properties,
    IReadOnlyList<(int X, int Y)> Vertices
);
