using Neighbor.Gis.Spatial.Hours;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Makes the nodes of the network: one for each kept node, and at gates one for each side.</summary>
internal sealed class SideSplitter
{
    private readonly ZoneTree _zones;
    private readonly GateRules _rules;
    private readonly Chain[] _chains;
    private readonly int[] _zoneOfChain;
    private readonly IReadOnlyList<OpeningHours?> _hours;
    private readonly List<int> _sides = [];
    private readonly List<int> _outers = [];
    private readonly Dictionary<(int Zone, int Hours), int> _sideNodes = [];

    /// <summary>A splitter for a network.</summary>
    /// <param name="zones">The zones, with those that count for walking.</param>
    /// <param name="rules">What the gates say.</param>
    /// <param name="chains">The chains in their order.</param>
    /// <param name="zoneOfChain">The zone each lies in.</param>
    /// <param name="hours">The hours by number; null for always.</param>
    public SideSplitter(
        ZoneTree zones,
        GateRules rules,
        Chain[] chains,
        int[] zoneOfChain,
        IReadOnlyList<OpeningHours?> hours
    )
    {
        _zones = zones;
        _rules = rules;
        _chains = chains;
        _zoneOfChain = zoneOfChain;
        _hours = hours;
        Tails = new int[chains.Length];
        Heads = new int[chains.Length];
    }

    /// <summary>The surveyed node under each node.</summary>
    public List<int> SurveyedNode { get; } = [];

    /// <summary>The zone each node lies in, of those that count for walking.</summary>
    public List<int> ZoneOfNode { get; } = [];

    /// <summary>The node each chain begins at.</summary>
    public int[] Tails { get; }

    /// <summary>The node each chain ends at.</summary>
    public int[] Heads { get; }

    public List<GateArc> GateArcs { get; } = [];

    public List<string> GatesWithoutBoundary { get; } = [];

    public int UnknownGates { get; private set; }

    /// <summary>Makes the nodes, in the order of the surveyed ones.</summary>
    /// <param name="endsAt">For each surveyed node the chain ends at it: chain number twice, plus one for its last node.</param>
    public void Split(IReadOnlyList<int>[] endsAt)
    {
        for (int node = 0; node < endsAt.Length; node++)
        {
            if (endsAt[node].Count > 0)
            {
                SplitOne(node, endsAt[node]);
            }
        }
    }

    private void SplitOne(int node, IReadOnlyList<int> ends)
    {
        _sides.Clear();
        bool isTimed = false;
        foreach (int end in ends)
        {
            int zone = ZoneOf(end);
            if (!_sides.Contains(zone))
            {
                _sides.Add(zone);
            }

            isTimed |= HoursOf(end) != HoursOf(ends[0]);
        }

        if (_sides.Count > 1)
        {
            SplitByZone(node, ends);
        }
        else if (_rules.At(node).Count > 0 && _rules.Through(node) is { } rule && IsClosing(rule))
        {
            SplitByClosingGate(node, ends, rule);
        }
        else
        {
            GatesWithoutBoundary.AddRange(_rules.At(node).Select(static gate => gate.Code));
            int all = AddNode(node, _sides[0]);
            _sideNodes.Clear();
            _sideNodes.Add((_sides[0], isTimed ? 0 : HoursOf(ends[0])), all);
            Attach(node, ends);
        }
    }

    private static bool IsClosing(GateRule rule) => rule.Passage == Passage.Blocked || rule.Hours is not null;

    private void SplitByZone(int node, IReadOnlyList<int> ends)
    {
        NodeSides.Nest(_zones, walkingOnly: true, _sides, _outers);
        _sideNodes.Clear();
        for (int i = 0; i < _sides.Count; i++)
        {
            int zone = _sides[i];
            int inner = AddNode(node, zone);
            _sideNodes.Add((zone, 0), inner);
            if (_outers[i] < 0)
            {
                continue;
            }

            GateRule rule = _rules.Between(node, zone, _outers[i]);
            UnknownGates +=
                rule is { GateCode: null, Passage: Passage.Terminal } && !_zones.IsPrivateWays(zone) ? 1 : 0;
            AddGateArc(_sideNodes[(_outers[i], 0)], inner, rule);
        }

        Attach(node, ends);
    }

    /// <summary>Every end but the first goes behind the gate, so that what lies behind stays addressable.</summary>
    private void SplitByClosingGate(int node, IReadOnlyList<int> ends, GateRule rule)
    {
        int hub = AddNode(node, _sides[0]);
        for (int i = 0; i < ends.Count; i++)
        {
            int side = hub;
            if (i > 0)
            {
                side = AddNode(node, _sides[0]);
                AddGateArc(hub, side, rule);
            }

            if (HoursOf(ends[i]) != 0)
            {
                int timed = AddNode(node, _sides[0]);
                AddGateArc(side, timed, new GateRule(Passage.Free, _hours[HoursOf(ends[i])], null));
                side = timed;
            }

            SetEnd(ends[i], side);
        }
    }

    /// <summary>Leads each end to the node of its zone and hours; ways with hours stand behind a gate of their own.</summary>
    private void Attach(int node, IReadOnlyList<int> ends)
    {
        foreach (int end in ends)
        {
            int zone = ZoneOf(end);
            int hours = HoursOf(end);
            if (!_sideNodes.TryGetValue((zone, hours), out int side))
            {
                side = AddNode(node, zone);
                AddGateArc(_sideNodes[(zone, 0)], side, new GateRule(Passage.Free, _hours[hours], null));
                _sideNodes.Add((zone, hours), side);
            }

            SetEnd(end, side);
        }
    }

    private int ZoneOf(int end) => _zones.WalkingZone(_zoneOfChain[end >> 1]);

    private int HoursOf(int end) => _chains[end >> 1].Traits.Hours;

    private void SetEnd(int end, int node)
    {
        int[] ends = (end & 1) == 0 ? Tails : Heads;
        ends[end >> 1] = node;
    }

    private int AddNode(int surveyed, int zone)
    {
        SurveyedNode.Add(surveyed);
        ZoneOfNode.Add(zone);
        return SurveyedNode.Count - 1;
    }

    private void AddGateArc(int outer, int inner, GateRule rule) =>
        GateArcs.Add(
            new GateArc(
                new NodeId(outer),
                new NodeId(inner),
                new ZoneId(ZoneOfNode[outer]),
                new ZoneId(ZoneOfNode[inner]),
                rule.Passage,
                rule.Hours,
                rule.GateCode,
                ZoneOfNode[outer] == ZoneOfNode[inner] ? GateDirection.Both : rule.Direction
            )
        );
}
