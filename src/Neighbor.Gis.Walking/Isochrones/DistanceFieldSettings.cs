namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>等时圈绘制参数. How finely and how generously a reach is drawn.</summary>
public sealed record DistanceFieldSettings
{
    /// <summary>The width of a lattice cell in metres; 5 for print and audit.</summary>
    public double CellMetres { get; init; } = 10;

    /// <summary>How far beside a reached way the drawing goes in metres; at least one and a half cells.</summary>
    public double OffMetres { get; init; } = 25;

    /// <summary>Holes smaller than this many square metres are filled.</summary>
    public double LeastHoleSquareMetres { get; init; } = 3000;
}
