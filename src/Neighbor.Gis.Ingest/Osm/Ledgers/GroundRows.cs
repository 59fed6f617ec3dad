using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Ingest.Osm.Shapes;
using Neighbor.Gis.Neighborhood.Areas;

namespace Neighbor.Gis.Ingest.Osm.Ledgers;

/// <summary>Water and parks.</summary>
internal static class GroundRows
{
    /// <summary>Reads the ledger.</summary>
    public static List<Ground> Read(ImportScope scope)
    {
        var grounds = new List<Ground>();
        foreach ((MappedArea area, Outline.Drawn outline) in scope.Areas.Draw(Ledger.Grounds, t => Kind(t) is not null))
        {
            grounds.Add(
                new Ground
                {
                    Code = area.Code,
                    Name = Names.Of(area.Tags),
                    Kind = Kind(area.Tags) ?? GroundKind.Water,
                    Geom = outline.Geom,
                    Source = scope.Source,
                }
            );
        }

        return grounds;
    }

    /// <summary>Water, park, or neither.</summary>
    public static GroundKind? Kind(OsmTags tags)
    {
        if (tags["natural"] == "water" || tags["waterway"] == "riverbank" || tags["landuse"] == "reservoir")
        {
            return GroundKind.Water;
        }

        return tags.Has("leisure", "park", "garden") ? GroundKind.Park : null;
    }
}
