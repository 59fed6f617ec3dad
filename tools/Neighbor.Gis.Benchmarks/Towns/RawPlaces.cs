using System.Runtime.InteropServices;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Towns;

/// <summary>The same places in both worlds: on the links of the network, and between the nodes of the survey.</summary>
/// <remarks>
/// <para>Links are followed by their courses, vertex by vertex; a link whose vertices cannot be told apart is left out, and so
/// are the nodes on it. The generated towns have none of those.</para>
/// </remarks>
internal sealed class RawPlaces
{
    private readonly WalkingNetwork _network;
    private readonly int[][] _nodesOfLink;
    private readonly int[][] _offsetsOfLink;
    private readonly SnapPoint?[] _placeOfNode;

    public RawPlaces(WalkingNetwork network, RawStreets streets)
    {
        _network = network;
        _nodesOfLink = new int[network.LinkCount][];
        _offsetsOfLink = new int[network.LinkCount][];
        _placeOfNode = new SnapPoint?[streets.NodeCount];
        Dictionary<Position, List<int>> nodesAt = [];
        for (int node = 0; node < streets.NodeCount; node++)
        {
            ref List<int>? at = ref CollectionsMarshal.GetValueRefOrAddDefault(
                nodesAt,
                streets.Positions[node],
                out bool _
            );
            (at ??= []).Add(node);
        }

        for (int link = 0; link < network.LinkCount; link++)
        {
            Trace(link, streets, nodesAt);
        }
    }

    /// <summary>The links that can be followed in both worlds.</summary>
    public IReadOnlyList<LinkId> Links =>
        [
            .. Enumerable
                .Range(0, _network.LinkCount)
                .Where(link => _nodesOfLink[link].Length > 0)
                .Select(link => new LinkId(link)),
        ];

    /// <summary>How many counts of nodes may be apart: by those left out, and by one at the very limit.</summary>
    public int CountTolerance => 1 + _placeOfNode.Count(static place => place is null);

    /// <summary>A node of the survey as a place on the network, or null.</summary>
    public SnapPoint? PlaceOf(int node) => _placeOfNode[node];

    /// <summary>Whether a place lies on a link that can be followed.</summary>
    public bool Has(in SnapPoint place) => _nodesOfLink[place.Link.Value].Length > 0;

    /// <summary>The nodes of the survey on both sides of a place, and how far off they are along the way.</summary>
    public (int Before, int BeforeMm, int After, int AfterMm) Around(in SnapPoint place)
    {
        int[] offsets = _offsetsOfLink[place.Link.Value];
        int[] nodes = _nodesOfLink[place.Link.Value];
        int after = Array.BinarySearch(offsets, place.OffsetMm);
        after = Math.Max(1, after < 0 ? ~after : after);
        return (nodes[after - 1], place.OffsetMm - offsets[after - 1], nodes[after], offsets[after] - place.OffsetMm);
    }

    private void Trace(int link, RawStreets streets, Dictionary<Position, List<int>> nodesAt)
    {
        int lengthMm = _network.LengthMm(new LinkId(link));
        Position[] course = _network.CourseOf(new Stretch(new LinkId(link), 0, lengthMm));
        int[] nodes = new int[course.Length];
        int[] offsets = new int[course.Length];
        for (int i = 0; i < course.Length; i++)
        {
            if (nodesAt[course[i]] is not [int node])
            {
                _nodesOfLink[link] = _offsetsOfLink[link] = [];
                return;
            }

            nodes[i] = node;
            if (i > 0)
            {
                int arc = streets.FirstArc[nodes[i - 1]];
                arc += streets.Heads.AsSpan(arc, streets.FirstArc[nodes[i - 1] + 1] - arc).IndexOf(node);
                offsets[i] = offsets[i - 1] + streets.LengthsMm[arc];
            }
        }

        // Measured from the other end a segment may round the other way, once in a million; it is the network's length that counts.
        offsets[^1] = lengthMm;
        _nodesOfLink[link] = nodes;
        _offsetsOfLink[link] = offsets;
        ZoneId zone = _network.ZoneOf(new LinkId(link));
        for (int i = 0; i < nodes.Length; i++)
        {
            _placeOfNode[nodes[i]] ??= new SnapPoint(new LinkId(link), offsets[i], 0, course[i], zone);
        }
    }
}
