using Neighbor.Gis.Server.Bodies;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Server.Walks;

/// <summary>One question about one walk, as it was understood.</summary>
/// <param name="Map">The map it is asked about.</param>
/// <param name="From">Where the walk begins, on CGCS2000.</param>
/// <param name="To">Where it ends, on CGCS2000.</param>
/// <param name="Terms">How fast and when.</param>
/// <param name="WhatIf">What is supposed to be otherwise.</param>
public sealed record WalkCase(NeighborhoodSnapshot Map, Position From, Position To, WalkTerms Terms, WhatIfBody WhatIf);
