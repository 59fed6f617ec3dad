using System.Collections.Concurrent;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>步行网络. Where people can walk: nodes, links between them, and the gates that hold them back. Frozen.</summary>
/// <remarks>
/// <para>
/// Shapes: <c>firstArc[NodeCount + 1]</c> into <c>heads</c>, <c>arcLinks</c>, each
/// <c>[2 · LinkCount + 2 · gate arcs]</c>; <c>firstShape[LinkCount + 1]</c> into the vertices of the links. An arc's link is
/// its number twice, plus one where the arc begins at the link's head; a gate arc is the complement of its number.
/// </para>
/// <para>Units: whole millimetres; degrees on CGCS2000. Nodes in Hilbert order, links by their tail.</para>
/// <para>Cost: about 24 bytes an arc and 8 more for each pace and direction in use, 24 a vertex. Threads: share it freely.</para>
/// </remarks>
public sealed partial class WalkingNetwork
{
    /// <summary>Of a link's traits: the bits that hold its kind.</summary>
    internal const byte KindBits = 0b0001_1111;

    /// <summary>Of a link's traits: it cannot be walked from its tail to its head.</summary>
    internal const byte NotForward = 0b0100_0000;

    /// <summary>Of a link's traits: it cannot be walked from its head to its tail.</summary>
    internal const byte NotBackward = 0b1000_0000;

    private readonly NetworkColumns _columns;
    private readonly ConcurrentDictionary<Pace, PacedArcs> _arcs = new();

    internal WalkingNetwork(NetworkColumns columns)
    {
        _columns = columns;
        WheneverOpen = NetworkOverlay.WheneverOpen(this);
    }

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => _columns.FirstArc.Length - 1;

    /// <summary>How many links there are.</summary>
    public int LinkCount => _columns.LinkLengthsMm.Length;

    /// <summary>How many zones there are, the open street included.</summary>
    public int ZoneCount => _columns.Zones.Count;

    /// <summary>The overlay: everywhere a walk changes sides and may be held back.</summary>
    public IReadOnlyList<GateArc> Gates => _columns.Gates;

    /// <summary>The gates as they are whenever they are open; what a search takes that names no moment.</summary>
    public NetworkOverlay WheneverOpen { get; }

    /// <summary>The box around all links, in degrees.</summary>
    public Box Bounds => _columns.SegmentIndex.Bounds;

    internal ReadOnlySpan<int> FirstArc => _columns.FirstArc;

    internal ReadOnlySpan<int> Heads => _columns.Heads;

    internal ReadOnlySpan<int> ArcLinks => _columns.ArcLinks;

    /// <summary>How long every arc takes at a pace; made at the first search.</summary>
    internal PacedArcs ArcsFor(Pace pace) =>
        _arcs.GetOrAdd(pace, static (pace, columns) => PacedArcs.Of(columns, pace), _columns);

    internal NetworkColumns Columns => _columns;

    internal ZoneTree Zones => _columns.Zones;

    /// <summary>How many layers the deepest nesting of zones needs: one, and two for each level.</summary>
    internal int LayerCount => _columns.LayerCount;

    /// <summary>Where a node is.</summary>
    public Position PositionOf(NodeId node) => _columns.NodePositions[node.Value];

    /// <summary>The zone a node lies in, of those whose gates can hold somebody back.</summary>
    public ZoneId ZoneOf(NodeId node) => new(_columns.NodeZones[node.Value]);

    /// <summary>The node a link's offsets count from.</summary>
    public NodeId TailOf(LinkId link) => new(_columns.LinkTails[link.Value]);

    /// <summary>The node a link's offsets count to.</summary>
    public NodeId HeadOf(LinkId link) => new(_columns.LinkHeads[link.Value]);

    /// <summary>How long a link is.</summary>
    public int LengthMm(LinkId link) => _columns.LinkLengthsMm[link.Value];

    /// <summary>What one walks on.</summary>
    public WayKind KindOf(LinkId link) => (WayKind)(_columns.LinkTraits[link.Value] & KindBits);

    /// <summary>What one walks on, seen from its tail to its head.</summary>
    public Terrain TerrainOf(LinkId link) => _columns.Terrains[_columns.LinkTerrains[link.Value]];

    /// <summary>Whether it can be walked from its tail to its head.</summary>
    public bool CanForward(LinkId link) => (_columns.LinkTraits[link.Value] & NotForward) == 0;

    /// <summary>Whether it can be walked from its head to its tail.</summary>
    public bool CanBackward(LinkId link) => (_columns.LinkTraits[link.Value] & NotBackward) == 0;

    /// <summary>The zone a link lies in.</summary>
    public ZoneId ZoneOf(LinkId link) => new(_columns.LinkZones[link.Value]);

    /// <summary>Whether a link is on an island: a part too small to be a neighbourhood of its own.</summary>
    public bool IsOnIsland(LinkId link) => _columns.IsIsland[_columns.LinkTails[link.Value]];

    /// <summary>The code of a zone; empty for the open street.</summary>
    public string CodeOf(ZoneId zone) => _columns.Zones.Codes[zone.Value];

    /// <summary>The zone of a code, or null.</summary>
    public ZoneId? FindZone(string code) => _columns.Zones.Find(code) is { } zone ? new ZoneId(zone) : null;

    /// <summary>The smallest outlined zone a position lies in; the open street where there is none.</summary>
    public ZoneId ZoneAt(Position position) => new(_columns.Zones.At(position, []));
}
