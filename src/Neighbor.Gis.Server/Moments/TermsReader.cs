using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Snapshots;

namespace Neighbor.Gis.Server.Moments;

/// <summary>Reads a question's pace and moment into the terms of its walks.</summary>
public sealed class TermsReader(PaceBook paces, CountyCalendar calendar)
{
    /// <summary>The terms of a checked question.</summary>
    public WalkTerms Read(NeighborhoodSnapshot map, string pace, string at) =>
        WalkTerms.At(map, paces.Get(pace), calendar.Read(at));
}
