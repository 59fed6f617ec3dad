using Neighbor.Gis.Server.Bodies;
using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Server.Moments;

/// <summary>Reads a question's pace and moment into the terms of its walks.</summary>
public sealed class TermsReader(PaceBook paces, CountyCalendar calendar)
{
    /// <summary>The terms of a checked question.</summary>
    public WalkTerms Read(NeighborhoodSnapshot map, string pace, string at) =>
        WalkTerms.At(map, paces.Get(pace), calendar.Read(at));

    /// <summary>The terms of a body: its fields <c>pace</c>, <c>at</c> and <c>whatIf</c>.</summary>
    public WalkTerms Read(
        BodyFields body,
        NeighborhoodSnapshot map,
        string usualPace,
        Datum datum,
        Language language,
        out WhatIfBody whatIf
    )
    {
        string pace = body.Word("pace", paces.Names, usualPace);
        var rule = new MomentTextAttribute();
        string at = body.Text("at", rule.Allowed(language), rule.IsValid, MomentTextAttribute.Whenever);
        whatIf = WhatIfBody.Read(body, map, datum, language);
        WalkTerms terms = Read(map, pace, at);
        return body.Errors.Count > 0 ? terms : terms with { Overlay = whatIf.On(terms.Overlay, map.Restrictions) };
    }
}
