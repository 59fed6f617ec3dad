using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Grids;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Ledgers;

/// <summary>Writes the ways with their nodes, and the lanes: the named ways of a community by name.</summary>
internal sealed class WayLedger(TownDraft town, MapSheet sheet, NodeRegister nodes, Numbering numbering)
{
    private readonly Dictionary<(char Community, string Name), string> _laneCodes = [];

    public List<SurveyedWay> Ways() =>
        [
            .. town.Ways.Select(
                (way, index) =>
                    new SurveyedWay
                    {
                        Id = index + 1,
                        Source = SampleCountyGenerator.Source,
                        Name = way.Name,
                        Kind = way.Kind,
                        Access = way.Access,
                        Hours = way.Hours,
                        IsBridge = way.IsBridge,
                        NodeIds = [.. way.Line.Select(nodes.At)],
                        Geom = sheet.Line(way.Line),
                    }
            ),
        ];

    public List<Lane> Lanes()
    {
        var lanes = new List<Lane>();
        foreach (var ways in town.Ways.Where(w => w.Name.Length > 0).GroupBy(w => (w.Community, w.Name)))
        {
            string code = numbering.Next(ways.Key.Community, "L", 3);
            _laneCodes.Add(ways.Key, code);
            lanes.Add(
                new Lane
                {
                    Code = code,
                    Name = ways.Key.Name,
                    CommunityCode = numbering.Community(ways.Key.Community),
                    Geom = sheet.Factory.CreateMultiLineString([.. ways.Select(w => sheet.Line(w.Line))]),
                    Source = SampleCountyGenerator.Source,
                }
            );
        }

        return lanes;
    }

    /// <summary>The code of the lane a named way belongs to; the lanes are written first.</summary>
    public string LaneCodeOf(WayDraft way) => _laneCodes[(way.Community, way.Name)];

    public List<Ground> Grounds() =>
        [
            .. town.Grounds.Select(
                (ground, index) =>
                    new Ground
                    {
                        Code =
                            $"{Numbering.County}{(ground.Kind == GroundKind.Water ? "W" : "K")}{Numbering.Digits(index + 1, 3)}",
                        Name = ground.Name,
                        Kind = ground.Kind,
                        Geom = sheet.Area(ground.Ring),
                        Source = SampleCountyGenerator.Source,
                    }
            ),
        ];
}
