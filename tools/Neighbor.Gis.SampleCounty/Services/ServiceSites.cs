using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Services;

/// <summary>Finds houses for services: doors that anybody can walk to, spread over the town.</summary>
internal sealed class ServiceSites
{
    /// <summary>Doors looked at per choice; the one farthest from its like is taken.</summary>
    private const int Looks = 24;

    private readonly Chance _chance;
    private readonly Dictionary<char, List<PlanePoint>> _doors = [];
    private readonly HashSet<PlanePoint> _taken = [];

    public ServiceSites(TownDraft town, Chance chance)
    {
        _chance = chance;
        foreach (Cell cell in town.Cells)
        {
            foreach (BuildingDraft building in cell.Buildings)
            {
                bool isOpen = building.Compound is null or { IsWalled: false };
                if (isOpen && building.Purpose is "" or "shops" or "mall" && building.Name.Length == 0)
                {
                    Doors(cell.Block.Community).AddRange(building.Doors);
                }
            }
        }
    }

    /// <summary>A free door of the community, far from <paramref name="others"/> and, if given, near a place.</summary>
    public PlanePoint Take(char community, IReadOnlyList<PlanePoint> others, PlanePoint? near = null)
    {
        List<PlanePoint> doors = Doors(community).FindAll(d => !_taken.Contains(d));
        PlanePoint best = doors[0];
        double bestScore = double.NegativeInfinity;
        for (int i = 0; i < Looks; i++)
        {
            PlanePoint door = _chance.Pick(doors);
            double score = others.Count == 0 ? 0 : others.Min(o => (o.Metres - door.Metres).Length);
            if (near is { } place)
            {
                // A spoke is a few minutes from its hub: neither next door nor across the town.
                score = Math.Min(score, 250) - Math.Abs((place.Metres - door.Metres).Length - 300);
            }

            if (score > bestScore)
            {
                (best, bestScore) = (door, score);
            }
        }

        _taken.Add(best);
        return best;
    }

    private List<PlanePoint> Doors(char community)
    {
        if (!_doors.TryGetValue(community, out List<PlanePoint>? doors))
        {
            doors = [];
            _doors.Add(community, doors);
        }

        return doors;
    }
}
