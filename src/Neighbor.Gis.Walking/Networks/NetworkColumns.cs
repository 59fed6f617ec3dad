using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>The arrays a network is made of.</summary>
/// <remarks><para>Shapes: see <see cref="WalkingNetwork"/>. <c>SegmentLinks[segment]</c>: a link of n vertices has n − 1 segments, so
/// that segment s of link l begins at vertex s + l.</para></remarks>
internal sealed class NetworkColumns
{
    public required int[] FirstArc { get; init; }

    public required int[] Heads { get; init; }

    public required int[] ArcLinks { get; init; }

    public required Position[] NodePositions { get; init; }

    public required int[] NodeZones { get; init; }

    public required bool[] IsIsland { get; init; }

    public required int[] LinkTails { get; init; }

    public required int[] LinkHeads { get; init; }

    public required int[] LinkLengthsMm { get; init; }

    public required byte[] LinkTraits { get; init; }

    /// <summary>The number of each link's terrain, which is seen along the link.</summary>
    public required int[] LinkTerrains { get; init; }

    public required Terrain[] Terrains { get; init; }

    public required int[] LinkZones { get; init; }

    public required int[] FirstShape { get; init; }

    public required Position[] ShapePositions { get; init; }

    public required int[] ShapeOffsetsMm { get; init; }

    public required int[] SegmentLinks { get; init; }

    public required PackedRTree SegmentIndex { get; init; }

    public required ZoneTree Zones { get; init; }

    /// <summary>How many zones that can hold somebody back lie around each node.</summary>
    public required byte[] NodeDepths { get; init; }

    public required int LayerCount { get; init; }

    public required GateArc[] Gates { get; init; }

    public required WallIndex Walls { get; init; }
}
