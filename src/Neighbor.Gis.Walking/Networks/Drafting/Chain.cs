namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>A run of way segments between two kept nodes: what becomes a link.</summary>
/// <remarks><para>Invariant: turned so that the first node is not above the last; loops so that the second is not above the last but one.</para></remarks>
/// <param name="Nodes">Its surveyed nodes, at least two.</param>
/// <param name="OffsetsMm">How far each is from the first.</param>
/// <param name="Way">The first of the ways it is made of.</param>
/// <param name="Traits">What all its segments have in common, seen from the first node to the last.</param>
/// <param name="CanForward">Whether it can be walked from the first node to the last.</param>
/// <param name="CanBackward">Whether it can be walked from the last node to the first.</param>
internal sealed record Chain(
    int[] Nodes,
    int[] OffsetsMm,
    int Way,
    ChainTraits Traits,
    bool CanForward,
    bool CanBackward
)
{
    public int First => Nodes[0];

    public int Last => Nodes[^1];

    public int LengthMm => OffsetsMm[^1];

    /// <summary>The same chain in its one accepted direction.</summary>
    public Chain Turned()
    {
        int order = First != Last ? First.CompareTo(Last) : Nodes[1].CompareTo(Nodes[^2]);
        if (order == 0)
        {
            order = CanBackward.CompareTo(CanForward);
        }

        return order <= 0 ? this : Reversed();
    }

    /// <summary>The order of chains: by where they lead, then by all that tells them apart.</summary>
    public int CompareWith(Chain other)
    {
        int order = First.CompareTo(other.First);
        order = order != 0 ? order : Last.CompareTo(other.Last);
        order = order != 0 ? order : Nodes.AsSpan().SequenceCompareTo(other.Nodes);
        order = order != 0 ? order : Traits.CompareWith(other.Traits);
        order = order != 0 ? order : CanForward.CompareTo(other.CanForward);
        order = order != 0 ? order : CanBackward.CompareTo(other.CanBackward);
        return order != 0 ? order : Way.CompareTo(other.Way);
    }

    private Chain Reversed()
    {
        int[] nodes = [.. Nodes];
        Array.Reverse(nodes);
        int[] offsetsMm = new int[OffsetsMm.Length];
        for (int i = 0; i < offsetsMm.Length; i++)
        {
            offsetsMm[i] = LengthMm - OffsetsMm[^(i + 1)];
        }

        return new Chain(nodes, offsetsMm, Way, Traits.Turned(), CanBackward, CanForward);
    }
}
