using System.Text.Json;
using System.Text.Json.Serialization;
using Neighbor.Gis.Ingest.Features;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Server.Bodies;

/// <summary>假设. What if some gates stood otherwise, and some lines or areas were closed? Nothing of it is kept.</summary>
/// <param name="Gates">The gates that stand otherwise.</param>
/// <param name="Closures">GeoJSON lines nobody crosses, and areas whose outline nobody crosses.</param>
public sealed record WhatIfBody(IReadOnlyList<GateBody> Gates, IReadOnlyList<JsonElement> Closures)
{
    private const int MostGates = 500;
    private const int MostClosures = 100;

    /// <summary>Nothing is otherwise.</summary>
    public static WhatIfBody Nothing { get; } = new([], []);

    /// <summary>The closures as geometries on CGCS2000.</summary>
    [JsonIgnore]
    public IReadOnlyList<Geometry> Closed { get; private init; } = [];

    /// <summary>Reads what is otherwise from the field <c>whatIf</c> of a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="map">The map; a gate must stand on its network.</param>
    /// <param name="datum">What the closures are measured against.</param>
    /// <param name="language">The caller's language.</param>
    public static WhatIfBody Read(BodyFields body, NeighborhoodSnapshot map, Datum datum, Language language)
    {
        if (body.Inner("whatIf", isNeeded: false) is not { } fields)
        {
            return Nothing;
        }

        HashSet<string> known = [.. map.Network.Gates.Select(gate => gate.GateCode).OfType<string>()];
        string allowed = ProblemTexts.Phrase("gate-code", language);
        var gates = new List<GateBody>();
        foreach (BodyFields gate in fields.Inners("gates", 0, MostGates))
        {
            string code = gate.Text("code", allowed, known.Contains, usual: null);
            gates.Add(new GateBody(code, gate.Word<GateAccess>("access", usual: null)));
            gate.RefuseOthers();
        }

        IReadOnlyList<Geometry> closed = fields.LinesAndAreas("closures", MostClosures);
        foreach (Geometry geometry in closed)
        {
            geometry.Apply(new DatumFilter(datum));
        }

        fields.RefuseOthers();
        return new WhatIfBody(gates, []) { Closed = closed };
    }

    /// <summary>What holds back walkers where this is so.</summary>
    public NetworkOverlay On(NetworkOverlay overlay, RestrictedNetwork network)
    {
        foreach (GateBody gate in Gates)
        {
            overlay = overlay.With(gate.Code, network.PassageOf(gate.Code, gate.Access));
        }

        return Closed.Count == 0 ? overlay : overlay.Closing(new GeometryCollection([.. Closed]));
    }
}
