using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>障碍. Something nobody steps across but where a way leads through it.</summary>
/// <param name="Code">Its code, unique among the obstacles of its kind.</param>
/// <param name="Kind">What it is; not <see cref="WallKind.Zone"/>, whose walls are outlines of zones.</param>
/// <param name="Course">Lines, or ground whose outline they are, in CGCS2000.</param>
public sealed record SurveyedObstacle(string Code, WallKind Kind, Geometry Course);
