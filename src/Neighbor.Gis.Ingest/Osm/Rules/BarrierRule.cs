using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>One row of the table of barriers: where it applies, what it says, and why.</summary>
internal sealed record BarrierRule(Func<OsmTags, bool> Applies, BarrierVerdict Verdict, Finding Reason);
