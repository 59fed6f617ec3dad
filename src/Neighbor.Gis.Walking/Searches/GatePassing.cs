using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>The rule for passing gates: how free a walker is behind one, if he may pass it at all.</summary>
/// <remarks>
/// <para>
/// Level 0 is on his way. Level h above 0: at home, he has not yet left the zone of depth h he started in. Level -k: arriving, he
/// came into the zone of depth k through a gate that is not free, and stays in it. A gate that is not free is passed outward only
/// from home, and inward only to arrive; a free gate by anybody but out of the zone he arrives in. Read backward a walk obeys
/// the same rule, so that searches from a place and toward it agree.
/// </para>
/// <para>Source: own, after the no-through zones wished for in R5.</para>
/// </remarks>
internal static class GatePassing
{
    /// <summary>He may not pass.</summary>
    public const int Refused = int.MinValue;

    /// <summary>The level behind a gate, or <see cref="Refused"/>.</summary>
    /// <param name="passage">Who passes it.</param>
    /// <param name="direction">Which ways it is passed.</param>
    /// <param name="isWalkedInward">Whether the walker, not the search, goes from the outer side to the inner.</param>
    /// <param name="level">How free he is before it, as the search goes.</param>
    /// <param name="depth">How deep the search is before it.</param>
    /// <param name="nextDepth">How deep it is behind it.</param>
    public static int NextLevel(
        Passage passage,
        GateDirection direction,
        bool isWalkedInward,
        int level,
        int depth,
        int nextDepth
    )
    {
        bool isWrongWay = direction == (isWalkedInward ? GateDirection.OutOnly : GateDirection.InOnly);
        if (passage == Passage.Blocked || isWrongWay)
        {
            return Refused;
        }

        if (nextDepth > depth)
        {
            return passage == Passage.Terminal ? -nextDepth : level;
        }

        if (nextDepth == depth)
        {
            return level;
        }

        bool isFromHome = level == depth;
        bool staysWhereHeArrives = -level <= nextDepth;
        bool mayPass = passage == Passage.Terminal ? isFromHome : staysWhereHeArrives;
        return mayPass ? Math.Min(level, nextDepth) : Refused;
    }
}
