using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>How long every arc of a network takes at one pace: what searches run on. Frozen.</summary>
/// <remarks>
/// <para>
/// Shapes: <c>Outward[arcs]</c> and <c>Inward[arcs]</c>, beside the arcs of the network: the walk from an arc's node, and toward
/// it. The low 31 bits are the head, the next says that the head is a dead end, the high 32 are milliseconds. A gate arc has
/// <see cref="IsGate"/> for milliseconds and its gate for a head; what cannot be walked has <see cref="Never"/>.
/// </para>
/// <para>Cost: 8 bytes an arc and direction; one array serves both where no way takes longer one way than the other.</para>
/// </remarks>
internal sealed class PacedArcs
{
    public const ulong HeadBits = 0x7FFF_FFFF;

    public const ulong DeadEndBit = 0x8000_0000;

    /// <summary>More than any limit.</summary>
    public const int Never = int.MaxValue - 1;

    /// <summary>More than any limit, and a mark.</summary>
    public const int IsGate = int.MaxValue;

    private readonly NetworkColumns _columns;

    private PacedArcs(NetworkColumns columns, ulong[] outward, ulong[] inward, double[] forward, double[] backward)
    {
        _columns = columns;
        Outward = outward;
        Inward = inward;
        ForwardMsPerMm = forward;
        BackwardMsPerMm = backward;
    }

    public ulong[] Outward { get; }

    public ulong[] Inward { get; }

    /// <summary>What a millimetre takes from a link's tail toward its head, by the number of its terrain.</summary>
    public double[] ForwardMsPerMm { get; }

    /// <summary>What a millimetre takes from a link's head toward its tail, by the number of its terrain.</summary>
    public double[] BackwardMsPerMm { get; }

    /// <summary>The arcs of a network at a pace.</summary>
    public static PacedArcs Of(NetworkColumns columns, Pace pace)
    {
        double[] forward = Array.ConvertAll(columns.Terrains, pace.MsPerMm);
        double[] backward = Array.ConvertAll(columns.Terrains, terrain => pace.MsPerMm(terrain.Turned()));
        ulong[] outward = Write(columns, forward, backward);
        bool isSameBothWays =
            forward.AsSpan().SequenceEqual(backward)
            && !columns.LinkTraits.AsSpan().ContainsAnyInRange(WalkingNetwork.NotForward, byte.MaxValue);
        ulong[] inward = isSameBothWays ? outward : Write(columns, backward, forward, isInward: true);
        return new PacedArcs(columns, outward, inward, forward, backward);
    }

    /// <summary>The same without some links.</summary>
    public PacedArcs Without(IEnumerable<int> links)
    {
        ulong[] outward = [.. Outward];
        ulong[] inward = [.. Inward];
        foreach (int link in links)
        {
            Close(_columns.LinkTails[link], link);
            Close(_columns.LinkHeads[link], link);
        }

        return new PacedArcs(_columns, outward, inward, ForwardMsPerMm, BackwardMsPerMm);

        void Close(int node, int link)
        {
            for (int arc = _columns.FirstArc[node]; arc < _columns.FirstArc[node + 1]; arc++)
            {
                if (_columns.ArcLinks[arc] >= 0 && _columns.ArcLinks[arc] >> 1 == link)
                {
                    outward[arc] = Packed(outward[arc] & uint.MaxValue, Never);
                    inward[arc] = Packed(inward[arc] & uint.MaxValue, Never);
                }
            }
        }
    }

    /// <summary>What a millimetre of a link takes, walked from one offset toward another.</summary>
    public double MsPerMm(int link, int fromMm, int towardMm) =>
        (fromMm <= towardMm ? ForwardMsPerMm : BackwardMsPerMm)[_columns.LinkTerrains[link]];

    /// <summary>How long a whole link takes: never nothing, so that every walk gets on.</summary>
    public static int LinkMs(int lengthMm, double msPerMm) =>
        double.IsPositiveInfinity(msPerMm) ? Never : Math.Max(1, Pace.ToMs(lengthMm, msPerMm));

    private static ulong[] Write(
        NetworkColumns columns,
        double[] alongLink,
        double[] againstLink,
        bool isInward = false
    )
    {
        (byte notFromTail, byte notFromHead) = isInward
            ? (WalkingNetwork.NotBackward, WalkingNetwork.NotForward)
            : (WalkingNetwork.NotForward, WalkingNetwork.NotBackward);
        ulong[] arcs = new ulong[columns.Heads.Length];
        for (int arc = 0; arc < arcs.Length; arc++)
        {
            int arcLink = columns.ArcLinks[arc];
            if (arcLink < 0)
            {
                arcs[arc] = Packed((uint)~arcLink, IsGate);
                continue;
            }

            int link = arcLink >> 1;
            bool isFromHead = (arcLink & 1) != 0;
            int head = columns.Heads[arc];
            double msPerMm = (isFromHead ? againstLink : alongLink)[columns.LinkTerrains[link]];
            bool isClosed = (columns.LinkTraits[link] & (isFromHead ? notFromHead : notFromTail)) != 0;
            bool isDeadEnd = columns.FirstArc[head + 1] - columns.FirstArc[head] == 1;
            arcs[arc] = Packed(
                (uint)head | (isDeadEnd ? DeadEndBit : 0),
                isClosed ? Never : LinkMs(columns.LinkLengthsMm[link], msPerMm)
            );
        }

        return arcs;
    }

    private static ulong Packed(ulong low, int walkMs) => low | ((ulong)(uint)walkMs << 32);
}
