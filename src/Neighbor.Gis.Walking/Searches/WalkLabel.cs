namespace Neighbor.Gis.Walking.Searches;

/// <summary>What a search knows about one state: a node, and how freely the walker may leave it.</summary>
internal struct WalkLabel
{
    /// <summary>How long the walk is.</summary>
    public int WalkMs;

    /// <summary>The search that wrote this; any other number means not reached.</summary>
    public int Round;

    /// <summary>The state before, or -1 where the walk begins.</summary>
    public int Before;

    /// <summary>The seed's owner; of two walks equally long the lower owner's counts.</summary>
    public int Owner;
}
