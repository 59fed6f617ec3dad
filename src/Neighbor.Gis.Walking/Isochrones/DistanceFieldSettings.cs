namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>等时圈绘制参数. How finely and how generously a reach is drawn.</summary>
public sealed record DistanceFieldSettings
{
    /// <summary>The width of a lattice cell in metres; half the distance at which ways beside one another are told apart.</summary>
    public double CellMetres { get; init; } = 4;

    /// <summary>How far beside a reached way the drawing goes in metres; at least one and a half cells.</summary>
    public double OffMetres { get; init; } = 25;

    /// <summary>Holes smaller than this many square metres are filled if nothing is in them.</summary>
    public double LeastHoleSquareMetres { get; init; } = 3000;

    /// <summary>Settings that can be drawn with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A cell is not positive, or off is below one and a half
    /// cells.</exception>
    internal static DistanceFieldSettings Check(DistanceFieldSettings? settings)
    {
        settings ??= new DistanceFieldSettings();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.CellMetres, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.OffMetres, 1.5 * settings.CellMetres, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNegative(settings.LeastHoleSquareMetres, nameof(settings));
        return settings;
    }
}
