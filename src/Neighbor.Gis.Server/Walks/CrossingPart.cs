using System.Text.Json.Serialization;
using Neighbor.Gis.Walking.Explanations;

namespace Neighbor.Gis.Server.Walks;

/// <summary>Something a walk goes through.</summary>
/// <param name="Kind">What.</param>
/// <param name="Lon">Degrees east of where the walk comes to it.</param>
/// <param name="Lat">Degrees north of where the walk comes to it.</param>
/// <param name="Metres">How long it is; 0 for a gate.</param>
/// <param name="Seconds">How long it takes; 0 for a gate.</param>
/// <param name="StepCount">How many steps, where somebody has counted.</param>
/// <param name="Gate">The gate, where it is one.</param>
public sealed record CrossingPart(
    CrossingKind Kind,
    double Lon,
    double Lat,
    double Metres,
    double Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? StepCount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GatePart? Gate
);
