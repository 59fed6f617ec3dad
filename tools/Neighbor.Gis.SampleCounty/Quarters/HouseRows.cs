using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Quarters;

/// <summary>Small houses in rows along the lanes round a cell, doors on the lane.</summary>
internal sealed class HouseRows(QuarterStyle style, QuarterStreets streets, Chance chance)
{
    private readonly Dictionary<(PlanePoint, PlanePoint), WayKind> _edges = streets.Edges();

    public void Build(Cell cell, Vector blockCentre)
    {
        var houses = new List<(BuildingDraft House, Footprint Ground)>();
        int start = chance.Between(0, cell.Ring.Count - 1);
        for (int i = 0; i < cell.Ring.Count; i++)
        {
            PlanePoint a = cell.Ring[(start + i) % cell.Ring.Count];
            PlanePoint b = cell.Ring[(start + i + 1) % cell.Ring.Count];
            if (_edges.TryGetValue((a, b), out WayKind street))
            {
                BuildAlong(cell, a.Metres, b.Metres, street, houses);
            }
        }

        // Old quarters keep their street fronts; villages thin out towards the fields.
        IEnumerable<(BuildingDraft House, Footprint Ground)> kept =
            houses.Count <= style.MostHouses ? houses
            : style.ThinsOut ? houses.OrderBy(h => (h.Ground.Centre - blockCentre).Length * chance.Between(0.75, 1.25))
            : houses.OrderBy(h => chance.Between(0.0, 1.0) - (h.House.Use == BuildingUse.Mixed ? 0.6 : 0));
        cell.Buildings.AddRange(kept.Take(style.MostHouses).Select(h => h.House));
    }

    private void BuildAlong(
        Cell cell,
        Vector start,
        Vector end,
        WayKind street,
        List<(BuildingDraft House, Footprint Ground)> houses
    )
    {
        Vector along = (end - start).Unit;
        double length = (end - start).Length;
        double setback = StreetWidths.Setback(street);
        double at = chance.Between(2.0, 6.0);
        while (at < length - 6)
        {
            double front = chance.Between(style.Frontage.Shortest, style.Frontage.Longest);
            double depth = chance.Between(style.Depth.Shortest, style.Depth.Longest);
            Vector foot = start + (along * (at + (front / 2)));
            Vector centre = foot + (along.Left * (setback + chance.Between(0.3, 1.2) + (depth / 2)));
            var ground = new Footprint(centre, along * -1, front, depth);
            if (
                !chance.Happens(style.Empty)
                && IsClear(ground, cell.Ring)
                && houses.TrueForAll(h => !h.Ground.Meets(ground) && !ground.Meets(h.Ground))
            )
            {
                houses.Add((House(ground, street), ground));
                at += front + chance.Between(style.Gap.Shortest, style.Gap.Longest);
            }
            else
            {
                at += front / 2;
            }
        }
    }

    /// <summary>Inside the ring, and off every street along it by that street's setback.</summary>
    private bool IsClear(Footprint ground, List<PlanePoint> ring)
    {
        if (!Rings.Contains(ring, ground.Centre))
        {
            return false;
        }

        for (int i = 0; i < ring.Count; i++)
        {
            (PlanePoint start, PlanePoint end) = (ring[i], ring[(i + 1) % ring.Count]);
            double setback = _edges.TryGetValue((start, end), out WayKind street) ? StreetWidths.Setback(street) : 3;
            if (ground.Grown(setback - 0.6).Meets(start.Metres, end.Metres))
            {
                return false;
            }
        }

        return true;
    }

    private BuildingDraft House(Footprint ground, WayKind street)
    {
        (List<PlanePoint> ring, List<PlanePoint> doors) = Outlines.Slab(ground, 1);
        bool shop = street is WayKind.Pedestrian or WayKind.Tertiary or WayKind.Secondary;
        return new BuildingDraft
        {
            Use = shop && !style.ThinsOut ? BuildingUse.Mixed : BuildingUse.Residential,
            Floors = chance.Between(style.Floors.Fewest, style.Floors.Most),
            Ring = ring,
            Doors = doors,
        };
    }
}
