using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Shapes;

/// <summary>The pieces of ground in a file: multipolygon relations first, then the ways that no relation stands for.</summary>
internal sealed class MappedAreas
{
    private static readonly string[] Subjects =
    [
        "building",
        "landuse",
        "natural",
        "waterway",
        "leisure",
        "amenity",
        "shop",
        "office",
        "healthcare",
        "highway",
        "place",
        "man_made",
        "boundary",
    ];

    private readonly OsmObjects _objects;
    private readonly OutlineDrawer _drawer;
    private readonly FindingTally _tally;

    public MappedAreas(OsmObjects objects, GeometryFactory geometry, FindingTally tally)
    {
        _objects = objects;
        _drawer = new OutlineDrawer(objects, geometry);
        _tally = tally;
        Relations = [.. objects.Relations.Where(r => r.Tags.Has("type", "multipolygon", "boundary")).Select(ToArea)];
    }

    /// <summary>The multipolygon relations.</summary>
    public IReadOnlyList<MappedArea> Relations { get; }

    /// <summary>Every piece of ground that <paramref name="takes"/> wants and that can be drawn; what cannot is counted.</summary>
    public IEnumerable<(MappedArea Area, Outline.Drawn Outline)> Draw(Ledger ledger, Func<OsmTags, bool> takes)
    {
        foreach ((MappedArea area, Outline outline) in Outlines(takes))
        {
            if (outline is Outline.Drawn drawn)
            {
                Remark(ledger, area, drawn);
                yield return (area, drawn);
            }
            else if (outline is Outline.Undrawn undrawn)
            {
                _tally.Add(ledger, undrawn.Why, area.Code);
            }
        }
    }

    /// <summary>The same with the outlines that cannot be drawn, uncounted.</summary>
    public IEnumerable<(MappedArea Area, Outline Outline)> Outlines(Func<OsmTags, bool> takes)
    {
        var stoodFor = new HashSet<int>();
        foreach (MappedArea area in Relations)
        {
            if (takes(area.Tags))
            {
                Outline outline = _drawer.OfRelation(area.Relation!);
                if (outline is Outline.Drawn)
                {
                    stoodFor.UnionWith(area.Ways);
                }

                yield return (area, outline);
            }
        }

        for (int way = 0; way < _objects.WayCount; way++)
        {
            OsmTags tags = _objects.WayTags(way);
            if (tags.Count > 0 && takes(tags) && !stoodFor.Contains(way))
            {
                yield return (new MappedArea(OsmCodes.Way(_objects.WayId(way)), tags, [way], null), _drawer.OfWay(way));
            }
        }
    }

    private void Remark(Ledger ledger, MappedArea area, Outline.Drawn drawn)
    {
        if (drawn.IsRepaired)
        {
            _tally.Add(ledger, Findings.Repaired, area.Code);
        }

        if (drawn.IsPartial)
        {
            _tally.Add(ledger, Findings.Partial, area.Code);
        }
    }

    private MappedArea ToArea(OsmRelation relation)
    {
        int[] outer =
        [
            .. relation.Members.Where(m => m.Role != "inner").Select(m => _objects.FindWay(m.WayId)).Where(w => w >= 0),
        ];
        OsmTags tags = relation.Tags;
        if (!HasSubject(tags))
        {
            OsmTags[] ofWays = [.. outer.Select(_objects.WayTags).Where(HasSubject)];
            tags = ofWays.Length > 0 ? ofWays[0] : tags;
        }

        return new MappedArea(OsmCodes.Relation(relation.Id), tags, outer, relation);
    }

    private static bool HasSubject(OsmTags tags) => Array.Exists(Subjects, key => tags[key] is not null);
}
