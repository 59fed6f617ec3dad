using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>One reason why a feature, or the whole file, was refused.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="FeatureIndex">The feature, counted from 0, or null for the file.</param>
/// <param name="AreaName">What the feature calls itself, if it does.</param>
/// <param name="Field">The property, member or option that is at fault.</param>
/// <param name="Found">The value found.</param>
/// <param name="Allowed">The values allowed.</param>
public sealed record AreaProblem(
    AreaFault Fault,
    long? FeatureIndex,
    string? AreaName,
    string Field,
    string Found,
    string Allowed
)
{
    /// <summary>The place, in the file's own numbers, if the fault has one.</summary>
    public Position? At { get; init; }

    /// <summary>What the GeoJSON reader said, for <see cref="AreaFault.NotGeoJson"/> and the like.</summary>
    public GeoJsonException? Cause { get; init; }
}
