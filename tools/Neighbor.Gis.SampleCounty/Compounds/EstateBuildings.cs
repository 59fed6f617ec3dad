using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>Rows of towers or slabs that look south, and shops along the streets of mixed estates.</summary>
internal sealed class EstateBuildings(Parcel parcel, EstatePlan plan, CompoundDraft compound, Chance chance)
{
    private const double ClearOfBorder = 1.2;
    private const double ClearOfWay = 2;

    /// <summary>Metres to each side of its main gate that a managed estate has shops.</summary>
    private const double GateShopReach = 50;

    private readonly Patch _ground = parcel.Ground;

    public void Place(IReadOnlyList<(Cell Cell, int Row, double West, double East)> cells, IReadOnlyList<WayDraft> ways)
    {
        int[] floorsByRow =
        [
            .. plan.CellsInRow.Select(_ =>
                parcel.Kind switch
                {
                    CompoundKind.ManagedHighRise => chance.Between(11, 18),
                    CompoundKind.MixedCommercial => chance.Between(8, 11),
                    _ => chance.Between(5, 7),
                }
            ),
        ];
        foreach ((Cell cell, int row, double west, double east) in cells)
        {
            foreach ((double from, double to) in Spans(west, east))
            {
                for (int i = 0; i < plan.BuildingRowsPerRow; i++)
                {
                    PlaceRow(cell, plan.BuildingRow(row, i), from, to, floorsByRow[row], ways);
                }
            }

            if (cell.Buildings.Count == 0)
            {
                PlaceAnywhere(cell, row, west, east, floorsByRow[row], ways);
            }

            PlaceShops(cell, row, west, east, ways);
        }
    }

    /// <summary>A cell too askew for the rows still gets one small building.</summary>
    /// <exception cref="InvalidOperationException">There is no room for one either.</exception>
    private void PlaceAnywhere(Cell cell, int row, double west, double east, int floors, IReadOnlyList<WayDraft> ways)
    {
        for (int step = 0; step < 81; step++)
        {
            double s = west + ((east - west) * ((step % 9) + 1) / 10);
            double t = plan.Rows[row] + ((plan.Rows[row + 1] - plan.Rows[row]) * ((step / 9) + 1) / 10);
            var ground = new Footprint(_ground.At(s, t), _ground.Eastward(s, t), 13, 11);
            bool isInside = s > plan.RingWest && s < plan.RingEast;
            if (isInside && Fits(ground, cell, ways))
            {
                cell.Buildings.Add(Home(ground, parcel.Kind == CompoundKind.ManagedHighRise, floors));
                return;
            }
        }

        throw new InvalidOperationException($"Got no room for a home in a cell of {compound.Name}.");
    }

    /// <summary>The stretches of a cell inside the ring road, beside the path in the middle.</summary>
    private IEnumerable<(double From, double To)> Spans(double west, double east)
    {
        double margin = 5 / _ground.Width;
        double from = Math.Max(west, plan.RingWest) + margin;
        double to = Math.Min(east, plan.RingEast) - margin;
        if (from >= plan.Middle - margin || to <= plan.Middle + margin)
        {
            yield return (from, to);
        }
        else
        {
            yield return (from, plan.Middle - margin);
            yield return (plan.Middle + margin, to);
        }
    }

    private void PlaceRow(Cell cell, double level, double from, double to, int floors, IReadOnlyList<WayDraft> ways)
    {
        double metres = (to - from) * _ground.Width;
        bool towers = parcel.Kind == CompoundKind.ManagedHighRise;
        int count = Math.Max(1, (int)Math.Round(metres / plan.SlotWidth));
        double slot = metres / count;
        double longest = towers ? Math.Min(chance.Between(22.0, 29.0), slot - 9) : Math.Min(56, slot - 8);
        for (int i = 0; i < count; i++)
        {
            double s = from + ((to - from) * (i + 0.5) / count);
            for (double length = longest; length >= 13; length -= 4)
            {
                var ground = new Footprint(_ground.At(s, level), _ground.Eastward(s, level), length, plan.Depth);
                if (Fits(ground, cell, ways))
                {
                    cell.Buildings.Add(Home(ground, towers, floors));
                    break;
                }
            }
        }
    }

    private BuildingDraft Home(Footprint ground, bool isTower, int floors)
    {
        (List<PlanePoint> ring, List<PlanePoint> doors) = isTower
            ? Outlines.Tower(ground)
            : Outlines.Slab(ground, Math.Clamp((int)Math.Round(ground.Length / 16), 1, 4));
        return new BuildingDraft
        {
            Use = BuildingUse.Residential,
            Floors = floors,
            Ring = ring,
            Doors = doors,
            Compound = compound,
        };
    }

    private void PlaceShops(Cell cell, int row, double west, double east, IReadOnlyList<WayDraft> ways)
    {
        if (row == 0 && plan.SouthShops)
        {
            PlaceShopRow(cell, west, east, (plan.SouthSetback - (EstatePlan.ShopDepth / 2)) / _ground.Height, -1, ways);
        }

        if (row == plan.CellsInRow.Length - 1 && plan.NorthShops)
        {
            double level = 1 - ((plan.NorthSetback - (EstatePlan.ShopDepth / 2)) / _ground.Height);
            PlaceShopRow(cell, west, east, level, 1, ways);
        }
    }

    private void PlaceShopRow(
        Cell cell,
        double west,
        double east,
        double level,
        int facing,
        IReadOnlyList<WayDraft> ways
    )
    {
        foreach ((double from, double to) in Spans(west, east))
        {
            double metres = ((to - from) * _ground.Width) - 2;
            int count = Math.Max(1, (int)Math.Round(metres / 44));
            for (int i = 0; i < count; i++)
            {
                double s = from + ((to - from) * (i + 0.5) / count);
                bool besideGate = Math.Abs(s - plan.Middle) * _ground.Width < GateShopReach;
                if (parcel.Kind == CompoundKind.ManagedHighRise && !besideGate)
                {
                    continue;
                }

                Vector along = _ground.Eastward(s, level) * facing;
                var ground = new Footprint(_ground.At(s, level), along, (metres / count) - 3, 12);
                if (ground.Length >= 12 && Fits(ground, cell, ways))
                {
                    (List<PlanePoint> ring, List<PlanePoint> doors) = Outlines.Slab(
                        ground,
                        Math.Clamp((int)(ground.Length / 15), 1, 3)
                    );
                    cell.Buildings.Add(
                        new BuildingDraft
                        {
                            Use = BuildingUse.Commercial,
                            Floors = chance.Between(2, 3),
                            Ring = ring,
                            Doors = doors,
                            Purpose = "shops",
                        }
                    );
                }
            }
        }
    }

    private static bool Fits(Footprint ground, Cell cell, IReadOnlyList<WayDraft> ways)
    {
        if (!ground.Grown(ClearOfBorder).IsInside(cell.Ring))
        {
            return false;
        }

        Footprint clear = ground.Grown(ClearOfWay);
        foreach (WayDraft way in ways)
        {
            for (int i = 1; i < way.Line.Count; i++)
            {
                if (clear.Meets(way.Line[i - 1].Metres, way.Line[i].Metres))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
