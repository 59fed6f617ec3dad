using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Rules;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>A way that is walked on, with the row of the table that says so.</summary>
internal sealed class JudgedWay(int way, OsmTags tags, WayRule rule, bool isArea)
{
    /// <summary>The way, by number.</summary>
    public int Way => way;

    /// <summary>Its tags, or those of the area it bounds.</summary>
    public OsmTags Tags => tags;

    /// <summary>The row that decided.</summary>
    public WayRule Rule => rule;

    /// <summary>Whether it bounds ground to walk about on.</summary>
    public bool IsArea => isArea;
}
