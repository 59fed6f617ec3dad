using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Compounds;
using Neighbor.Gis.SampleCounty.Grids;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;

namespace Neighbor.Gis.SampleCounty.Ledgers;

/// <summary>Writes compounds, gates, buildings and entrances.</summary>
internal sealed class BuildingLedger(
    TownDraft town,
    MapSheet sheet,
    NodeRegister nodes,
    Numbering numbering,
    WayLedger ways
)
{
    private const int PartyBranches = 78;

    /// <summary>Metres within which a house has its address on a lane.</summary>
    private const double AddressReach = 60;

    private readonly Dictionary<string, int> _lastNumber = [];
    private readonly List<(WayDraft Way, Vector Start, Vector End)> _namedSegments = NamedSegments(town);

    public List<Compound> Compounds()
    {
        List<CompoundDraft> order = new Chance(town.Seed, "party branches").Shuffled(town.Compounds);
        HashSet<CompoundDraft> withBranch = [.. order.Take(PartyBranches)];
        return
        [
            .. town.Compounds.Select(compound => new Compound
            {
                Code = compound.Code,
                Name = compound.Name,
                Kind = compound.Kind,
                IsWalled = compound.IsWalled,
                HasPartyBranch = withBranch.Contains(compound),
                CommunityCode = numbering.Community(compound.Community),
                Geom = sheet.Area(compound.Ring),
                Source = SampleCountyGenerator.Source,
            }),
        ];
    }

    public List<Gate> Gates() =>
        [
            .. town.Compounds.SelectMany(compound =>
                compound.Gates.Select(
                    (gate, index) =>
                        new Gate
                        {
                            Code = $"{compound.Code}G{Numbering.Digits(index + 1, 2)}",
                            Name = compound.Name + gate.Name,
                            CompoundCode = compound.Code,
                            Access = gate.Access,
                            Hours = gate.Hours,
                            CheckedOn = gate.CheckedOn,
                            NodeId = nodes.At(gate.At),
                            Geom = sheet.Point(gate.At),
                            Source = SampleCountyGenerator.Source,
                        }
                )
            ),
        ];

    public List<Building> Buildings() =>
        [.. town.Cells.SelectMany(cell => cell.Buildings.Select(building => Building(cell, building)))];

    public List<Entrance> Entrances() => [.. town.Cells.SelectMany(cell => cell.Buildings).SelectMany(EntrancesOf)];

    private Building Building(Cell cell, BuildingDraft draft)
    {
        WayDraft? lane = draft.Compound is null ? LaneAt(draft.Doors[0].Metres) : null;
        return new Building
        {
            Code = draft.Code,
            Name = NameOf(draft, lane),
            Use = draft.Use,
            Floors = draft.Floors,
            Households = draft.Households,
            Residents = draft.Residents,
            Residents60Plus = draft.Elders,
            ChildrenUnder7 = draft.Children,
            CommunityCode = numbering.Community(cell.Block.Community),
            GridCode = GridCode.Parse(cell.GridCode),
            MicroGridCode = cell.MicroGridCode,
            CompoundCode = draft.Compound?.Code,
            LaneCode = lane is null ? null : ways.LaneCodeOf(lane),
            Geom = sheet.Area(draft.Ring),
            Source = SampleCountyGenerator.Source,
        };
    }

    private string NameOf(BuildingDraft draft, WayDraft? lane)
    {
        if (draft.Name.Length > 0)
        {
            return draft.Name;
        }

        string street = draft.Compound?.Name ?? lane?.Name ?? "无名路";
        int number = _lastNumber.GetValueOrDefault(street) + 1;
        _lastNumber[street] = number;
        return draft.Compound is null ? $"{street}{number}号" : $"{street}{number}号楼";
    }

    private WayDraft? LaneAt(Vector door)
    {
        WayDraft? nearest = null;
        double least = AddressReach;
        foreach ((WayDraft way, Vector start, Vector end) in _namedSegments)
        {
            bool isNear =
                Math.Min(start.X, end.X) - least < door.X
                && Math.Max(start.X, end.X) + least > door.X
                && Math.Min(start.Y, end.Y) - least < door.Y
                && Math.Max(start.Y, end.Y) + least > door.Y;
            if (isNear && Rings.Distance(door, start, end) is var metres && metres < least)
            {
                (nearest, least) = (way, metres);
            }
        }

        return nearest;
    }

    private static List<(WayDraft, Vector, Vector)> NamedSegments(TownDraft town)
    {
        var segments = new List<(WayDraft, Vector, Vector)>();
        foreach (WayDraft way in town.Ways.Where(w => w.Name.Length > 0))
        {
            for (int i = 1; i < way.Line.Count; i++)
            {
                segments.Add((way, way.Line[i - 1].Metres, way.Line[i].Metres));
            }
        }

        return segments;
    }

    private IEnumerable<Entrance> EntrancesOf(BuildingDraft building)
    {
        int doors = building.Doors.Count;
        for (int i = 0; i < doors; i++)
        {
            yield return new Entrance
            {
                Code = $"{building.Code}E{Numbering.Digits(i + 1, 2)}",
                Name = doors == 1 ? "大门" : $"{i + 1}单元",
                BuildingCode = building.Code,
                Households = (building.Households * (i + 1) / doors) - (building.Households * i / doors),
                Geom = sheet.Point(building.Doors[i]),
                Source = SampleCountyGenerator.Source,
            };
        }
    }
}
