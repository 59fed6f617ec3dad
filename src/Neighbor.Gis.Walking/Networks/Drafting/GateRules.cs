namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>What the surveyed gates, and the zones themselves, say about each boundary.</summary>
internal sealed class GateRules
{
    private readonly ZoneTree _zones;
    private readonly Dictionary<int, List<SurveyedGate>> _gatesAt = [];

    public GateRules(ZoneTree zones, SurveyedNodes nodes, IReadOnlyList<SurveyedGate> gates)
    {
        _zones = zones;
        foreach (SurveyedGate gate in gates)
        {
            foreach (int node in nodes.Find(gate.NodeId))
            {
                if (!_gatesAt.TryGetValue(node, out List<SurveyedGate>? there))
                {
                    _gatesAt.Add(node, there = []);
                }

                there.Add(gate);
            }
        }
    }

    /// <summary>The gates on a node, by code.</summary>
    public IReadOnlyList<SurveyedGate> At(int node) =>
        _gatesAt.TryGetValue(node, out List<SurveyedGate>? there) ? there : [];

    /// <summary>The rule for walking between an inner zone and one around it.</summary>
    /// <remarks><para>
    /// The strictest of the gates into one of the zones between; a gate that names another zone still stands here, if it
    /// is the only one. Without any gate a wall lets in those who belong there, as private ways do, and open ground
    /// everybody.
    /// </para></remarks>
    public GateRule Between(int node, int inner, int outer)
    {
        IReadOnlyList<SurveyedGate> there = At(node);
        if (there.Count == 0)
        {
            return new GateRule(HasWall(inner, outer) ? Passage.Terminal : Passage.Free, null, null);
        }

        IReadOnlyList<SurveyedGate> fitting = [.. there.Where(gate => LeadsBetween(gate, inner, outer))];
        return Strictest(fitting.Count > 0 ? fitting : there);
    }

    /// <summary>The rule for passing a node on ground of one kind, where its gates can only close it.</summary>
    public GateRule Through(int node) => Strictest(At(node));

    private bool HasWall(int inner, int outer)
    {
        for (int zone = inner; zone != outer; zone = _zones.ParentOf(zone))
        {
            if (_zones.IsWalled[zone] || _zones.IsPrivateWays(zone))
            {
                return true;
            }
        }

        return false;
    }

    private bool LeadsBetween(SurveyedGate gate, int inner, int outer)
    {
        if (gate.ZoneCode is null)
        {
            return true;
        }

        for (int zone = inner; zone != outer; zone = _zones.ParentOf(zone))
        {
            if (_zones.Codes[zone] == gate.ZoneCode)
            {
                return true;
            }
        }

        return false;
    }

    private static GateRule Strictest(IReadOnlyList<SurveyedGate> gates)
    {
        SurveyedGate strictest = gates[0];
        foreach (SurveyedGate gate in gates)
        {
            if (gate.Passage > strictest.Passage)
            {
                strictest = gate;
            }
        }

        return new GateRule(strictest.Passage, strictest.Hours, strictest.Code, strictest.Direction);
    }
}
