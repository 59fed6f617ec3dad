using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Quarters;

/// <summary>Cuts a block into cells by lanes that wander, each cut halving the homes, and builds houses along the lanes.</summary>
internal sealed class QuarterDrawing(TownDraft town, LaneNames lanes)
{
    private readonly Chance _chance = new(town.Seed, "quarters");

    public void Draw(Block block, int cells)
    {
        QuarterStyle style = block.Use switch
        {
            LandUse.Village => QuarterStyle.Village,
            LandUse.HillTown => QuarterStyle.HillTown,
            _ => QuarterStyle.OldTown,
        };
        var streets = new QuarterStreets(block, town.Splits);
        var pieces = new List<List<PlanePoint>>();
        Cut(block, town.Splits.ExpandRing(block.Ground.Ring()), cells, depth: 0, style, streets, pieces);
        var houses = new HouseRows(style, streets, _chance);
        foreach (List<PlanePoint> piece in pieces)
        {
            List<PlanePoint> ring = town.Splits.ExpandRing(piece);
            var cell = new Cell { Block = block, Ring = ring };
            houses.Build(cell, Rings.Centre(block.Ground.Ring()));
            town.Cells.Add(cell);
        }
    }

    private void Cut(
        Block block,
        List<PlanePoint> piece,
        int cells,
        int depth,
        QuarterStyle style,
        QuarterStreets streets,
        List<List<PlanePoint>> pieces
    )
    {
        if (cells == 1)
        {
            pieces.Add(piece);
            return;
        }

        int first = cells / 2;
        List<PlanePoint> ring = town.Splits.ExpandRing(piece);
        (PlanePoint start, PlanePoint end) = LaneCut.Across(ring, (double)first / cells, town.Splits, _chance);
        ring = town.Splits.ExpandRing(ring);
        List<PlanePoint> lane = Wandering(start, end, style.Wander);
        WayKind kind = style.Lanes[Math.Min(depth, style.Lanes.Count - 1)];
        town.Ways.Add(
            new WayDraft
            {
                Kind = kind,
                Name = kind == WayKind.Track ? "" : lanes.Next(),
                Community = block.Community,
                Line = lane,
            }
        );
        streets.Add(lane, kind);
        List<PlanePoint> left = [.. Between(ring, end, start).SkipLast(1), .. lane.SkipLast(1)];
        List<PlanePoint> right = [.. Between(ring, start, end).SkipLast(1), .. Enumerable.Reverse(lane).SkipLast(1)];
        Cut(block, right, first, depth + 1, style, streets, pieces);
        Cut(block, left, cells - first, depth + 1, style, streets, pieces);
    }

    private List<PlanePoint> Wandering(PlanePoint start, PlanePoint end, double reach)
    {
        Vector along = end.Metres - start.Metres;
        int bends = along.Length < 70 ? 1 : 2;
        var lane = new List<PlanePoint> { start };
        for (int i = 1; i <= bends; i++)
        {
            double share = (i + _chance.Between(-0.15, 0.15)) / (bends + 1);
            double side = Math.Min(reach, along.Length / 12) * _chance.Between(-1.0, 1.0);
            lane.Add(PlanePoint.Of(start.Metres + (along * share) + (along.Unit.Left * side)));
        }

        lane.Add(end);
        return lane;
    }

    private static List<PlanePoint> Between(List<PlanePoint> ring, PlanePoint start, PlanePoint end)
    {
        int first = ring.IndexOf(start);
        var part = new List<PlanePoint>();
        for (int i = first; ; i = (i + 1) % ring.Count)
        {
            part.Add(ring[i]);
            if (ring[i] == end)
            {
                return part;
            }
        }
    }
}
