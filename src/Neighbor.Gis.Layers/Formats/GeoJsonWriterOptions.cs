namespace Neighbor.Gis.Layers.Formats;

/// <summary>How GeoJSON is written.</summary>
public sealed record GeoJsonWriterOptions
{
    /// <summary>Seven decimals (about a centimetre), no bounds.</summary>
    public static GeoJsonWriterOptions Default { get; } = new();

    /// <summary>Decimals of a degree, 0 to 15; zeros at the end are left out.</summary>
    public int Decimals { get; init; } = 7;

    /// <summary>Whether each feature, and the collection at its end, carries its <c>bbox</c>.</summary>
    public bool WriteBounds { get; init; }
}
