namespace Neighbor.Gis.Walking.Networks;

/// <summary>What building a network found: its size, and what is wrong with what it was built from.</summary>
public sealed record BuildReport
{
    /// <summary>Ways taken in.</summary>
    public int Ways { get; init; }

    /// <summary>Nodes of the network, gates counted once for each side.</summary>
    public int Nodes { get; init; }

    /// <summary>Links of the network.</summary>
    public int Links { get; init; }

    /// <summary>The length of all links, in metres.</summary>
    public double LengthMetres { get; init; }

    /// <summary>Zones: outlines given, and connected private ways.</summary>
    public int Zones { get; init; }

    /// <summary>Gate arcs: places where a walk changes sides and may be held back.</summary>
    public int GateArcs { get; init; }

    /// <summary>Connected parts, walking through every gate that is not blocked.</summary>
    public int Components { get; init; }

    /// <summary>The share of all length in the largest part, 0 to 1; a sound survey has at least 0.97.</summary>
    public double LargestComponentShare { get; init; }

    /// <summary>Parts too small to be a neighbourhood of their own; usually a gate or a crossing is missing.</summary>
    public int Islands { get; init; }

    /// <summary>A position on each island, in the order of its first node.</summary>
    public IReadOnlyList<Spatial.Position> IslandPositions { get; init; } = [];

    /// <summary>Zones with links of their own and no gate that lets anybody in, by code.</summary>
    public IReadOnlyList<string> SealedZones { get; init; } = [];

    /// <summary>Obstacles taken in: walls, fences, water and railways.</summary>
    public int Obstacles { get; init; }

    /// <summary>Ways on the ground that cross the outline of a walled zone or an obstacle where no gate is known.</summary>
    public IReadOnlyList<WallCrossing> WallCrossings { get; init; } = [];

    /// <summary>Boundary nodes of walled zones without a gate record; taken for residents only.</summary>
    public int UnknownGates { get; init; }

    /// <summary>Gates whose node is on no way, by code.</summary>
    public IReadOnlyList<string> GatesOffTheNetwork { get; init; } = [];

    /// <summary>Gates that change nothing, because both sides are the same zone and anybody passes, by code.</summary>
    public IReadOnlyList<string> GatesWithoutBoundary { get; init; } = [];

    /// <summary>Node ids given at two places more than a metre apart; taken for different nodes.</summary>
    public IReadOnlyList<long> NodesInTwoPlaces { get; init; } = [];

    /// <summary>Hours of ways that were not understood and count as always open.</summary>
    public IReadOnlyList<string> UnknownHours { get; init; } = [];

    /// <summary>Ways with fewer than two different vertices, left out.</summary>
    public int WaysWithoutLength { get; init; }
}
