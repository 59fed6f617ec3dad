using Neighbor.Gis.Neighborhood.Compounds;

namespace Neighbor.Gis.Contracts.Walks;

/// <summary>A place where the street meets a compound or a private way.</summary>
/// <param name="Outside">The vertex on the street.</param>
/// <param name="Inside">The vertex inside.</param>
/// <param name="Zone">What is inside.</param>
/// <param name="Access">Who passes; closed ones are left out.</param>
internal sealed record PlainGate(int Outside, int Inside, string Zone, GateAccess Access);
