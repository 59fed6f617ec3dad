using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Contracts.Walks;

/// <summary>A straight piece of a way, on one side of every gate.</summary>
/// <param name="From">One end's vertex.</param>
/// <param name="To">The other end's vertex.</param>
/// <param name="Seconds">How long it takes at the planning pace; infinite where it cannot be walked that way.</param>
/// <param name="SecondsBack">How long it takes back.</param>
/// <param name="Zone">The walled compound or private way it lies in; empty on the street.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record PlainEdge(
    int From,
    int To,
    double Seconds,
    double SecondsBack,
    string Zone,
    Position Start,
    Position End
);
