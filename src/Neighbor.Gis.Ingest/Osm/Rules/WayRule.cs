using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>One row of the table of ways: where it applies, what it says, and why.</summary>
internal sealed record WayRule(Func<OsmTags, bool> Applies, WayVerdict Verdict, Finding Reason);
