using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Streets;

/// <summary>The river with its banks: the strips between it and the riverside roads, promenades, parks and bridges.</summary>
internal sealed class Riverside(TownDraft town)
{
    /// <summary>Metres from the water to the promenade.</summary>
    private const double PromenadeGap = 11;

    /// <summary>Metres from the water to the ends of a bridge: the promenades pass below it.</summary>
    private const double BridgeReach = 26;

    private readonly List<PlanePoint> _middle = Middle();

    public void Draw(Lattice north, Lattice south)
    {
        AddStrips(TownPlan.North, north);
        AddStrips(TownPlan.South, south);
        AddBridges(north, south);
        AddWater();
        AddBank(TownPlan.North, north);
        AddBank(TownPlan.South, south);
    }

    private static List<PlanePoint> Middle()
    {
        double[] corners =
        [
            .. TownPlan.North.Across.Concat(TownPlan.South.Across).Select(l => l.At).Distinct().Order(),
        ];
        var middle = new List<PlanePoint> { PlanePoint.Of(Offset(corners[0], 0)) };
        for (int i = 1; i < corners.Length; i++)
        {
            int pieces = Math.Max(1, (int)Math.Ceiling((corners[i] - corners[i - 1]) / 60));
            for (int k = 1; k <= pieces; k++)
            {
                double east = corners[i - 1] + ((corners[i] - corners[i - 1]) * k / pieces);
                middle.Add(PlanePoint.Of(Offset(east, 0)));
            }
        }

        return middle;
    }

    /// <summary>The place beside the river at a metre east, so many metres north of its middle, square to its course.</summary>
    private static Vector Offset(double east, double north)
    {
        var middle = new Vector(east, TownPlan.River.At(east));
        return middle + (new Vector(-TownPlan.River.SlopeAt(east), 1).Unit * north);
    }

    private void AddStrips(BankPlan plan, Lattice lattice)
    {
        for (int column = 0; column < plan.Columns; column++)
        {
            PlanePoint west = PlanePoint.Of(Offset(plan.Across[column].At, 0));
            PlanePoint east = PlanePoint.Of(Offset(plan.Across[column + 1].At, 0));
            List<PlanePoint> water = _middle.GetRange(
                _middle.IndexOf(west),
                _middle.IndexOf(east) - _middle.IndexOf(west) + 1
            );
            List<PlanePoint> road = lattice.Along(column, 0);
            List<PlanePoint> ring =
                plan.Away > 0 ? [.. water, .. Enumerable.Reverse(road)] : [.. road, .. Enumerable.Reverse(water)];
            town.Faces.Add(new Face { Community = plan.CommunityOf(column, 0), Ring = ring });
        }
    }

    private void AddBridges(Lattice north, Lattice south)
    {
        for (int i = 0; i <= TownPlan.North.Columns; i++)
        {
            StreetLine line = TownPlan.North.Across[i];
            if (!line.HasBridge)
            {
                continue;
            }

            int k = TownPlan.South.Across.ToList().FindIndex(other => other.At == line.At);
            double half = TownPlan.RiverHalfWidth.At(line.At) + BridgeReach;
            PlanePoint top = north.Across(i, 0)[0];
            PlanePoint bottom = south.Across(k, 0)[0];
            PlanePoint middle = PlanePoint.Of(Offset(line.At, 0));
            PlanePoint first = town.Splits.Insert(top, middle, On(top, middle, half));
            PlanePoint last = town.Splits.Insert(middle, bottom, On(bottom, middle, half));
            Add(line, [top, first], isBridge: false, TownPlan.North.CommunityOf(i, 0));
            Add(line, [first, middle, last], isBridge: true, TownPlan.North.CommunityOf(i, 0));
            Add(line, [last, bottom], isBridge: false, TownPlan.South.CommunityOf(k, 0));
        }

        static PlanePoint On(PlanePoint road, PlanePoint middle, double fromMiddle)
        {
            Vector step = road.Metres - middle.Metres;
            return PlanePoint.Of(middle.Metres + (step.Unit * fromMiddle));
        }

        void Add(StreetLine line, List<PlanePoint> points, bool isBridge, char community) =>
            town.Ways.Add(
                new WayDraft
                {
                    Name = line.Name,
                    Kind = line.Kind ?? WayKind.Secondary,
                    IsBridge = isBridge,
                    Line = points,
                    Community = community,
                }
            );
    }

    private void AddWater()
    {
        var south = new List<PlanePoint>();
        var north = new List<PlanePoint>();
        for (double east = -2250; east <= 2280; east += 45)
        {
            double half = TownPlan.RiverHalfWidth.At(east);
            south.Add(PlanePoint.Of(Offset(east, -half)));
            north.Add(PlanePoint.Of(Offset(east, half)));
        }

        north.Reverse();
        town.Grounds.Add(new GroundDraft("樾溪", GroundKind.Water, [.. south, .. north]));
    }

    /// <summary>The promenade of one bank with its steps down from the road, and a park per stretch between bridges.</summary>
    private void AddBank(BankPlan plan, Lattice lattice)
    {
        int away = plan.Away;
        var promenade = new List<PlanePoint>();
        var park = new List<(PlanePoint Inner, PlanePoint Outer)>();
        for (int column = 1; column < plan.Columns - 1; column++)
        {
            (double west, double east) = (plan.Across[column].At, plan.Across[column + 1].At);
            char community = plan.CommunityOf(column, 0);
            for (int k = 1; k <= 7; k += 2)
            {
                double at = west + ((east - west) * k / 8.0);
                promenade.Add(PlanePoint.Of(Offset(at, away * (TownPlan.RiverHalfWidth.At(at) + PromenadeGap))));
            }

            PlanePoint road = town.Splits.Vertex(lattice.Along(column, 0), 0.375);
            Way(WayKind.Path, "", [road, promenade[^3]], community);
            AddParkPart(park, lattice, west, east, away);
            if (column == plan.Columns - 2 || plan.Across[column + 1].HasBridge)
            {
                string name = $"滨溪{(away > 0 ? "北" : "南")}岸公园";
                List<PlanePoint> inner = park.ConvertAll(p => p.Inner);
                List<PlanePoint> outer = park.ConvertAll(p => p.Outer);
                List<PlanePoint> south = away > 0 ? inner : outer;
                List<PlanePoint> north = away > 0 ? outer : inner;
                north.Reverse();
                town.Grounds.Add(new GroundDraft(name, GroundKind.Park, [.. south, .. north]));
                park.Clear();
            }
        }

        int cut = promenade.Count / 2;
        Way(WayKind.Path, "樾溪步道", promenade.GetRange(0, cut + 1), plan.CommunityOf(1, 0));
        Way(
            WayKind.Path,
            "樾溪步道",
            promenade.GetRange(cut, promenade.Count - cut),
            plan.CommunityOf(plan.Columns - 2, 0)
        );
    }

    private static void AddParkPart(
        List<(PlanePoint Inner, PlanePoint Outer)> park,
        Lattice lattice,
        double west,
        double east,
        int away
    )
    {
        int pieces = Math.Max(2, (int)((east - west) / 45));
        for (int k = 0; k <= pieces; k++)
        {
            double at = west + 14 + ((east - west - 28) * k / pieces);
            park.Add(
                (
                    PlanePoint.Of(Offset(at, away * (TownPlan.RiverHalfWidth.At(at) + 3))),
                    PlanePoint.Of(lattice.Place(at, -13))
                )
            );
        }
    }

    private void Way(WayKind kind, string name, List<PlanePoint> line, char community) =>
        town.Ways.Add(
            new WayDraft
            {
                Kind = kind,
                Name = name,
                Line = line,
                Community = community,
            }
        );
}
