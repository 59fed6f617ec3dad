using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Buildings;

/// <summary>The outlines of buildings with their doors as corners, so that each door lies exactly on the wall.</summary>
internal static class Outlines
{
    /// <summary>Half the width of a tower's stair core and how far it stands out, in metres.</summary>
    private const double CoreHalf = 4;
    private const double CoreDepth = 2.4;

    /// <summary>A plain rectangle with doors at equal steps along its back.</summary>
    public static (List<PlanePoint> Ring, List<PlanePoint> Doors) Slab(Footprint ground, int doors)
    {
        var places = new List<PlanePoint>(doors);
        for (int i = 0; i < doors; i++)
        {
            double along = ground.Length * (0.5 - ((i + 0.5) / doors));
            places.Add(PlanePoint.Of(ground.At(along, ground.Depth / 2)));
        }

        Vector[] corners = ground.Corners();
        List<PlanePoint> ring = [.. corners.Take(3).Select(PlanePoint.Of), .. places, PlanePoint.Of(corners[3])];
        return (ring, places);
    }

    /// <summary>A rectangle whose stair core, with the door, stands out at the back.</summary>
    public static (List<PlanePoint> Ring, List<PlanePoint> Doors) Tower(Footprint ground)
    {
        double back = ground.Depth / 2;
        double wall = back - CoreDepth;
        PlanePoint door = PlanePoint.Of(ground.At(0, back));
        List<PlanePoint> ring =
        [
            PlanePoint.Of(ground.At(-ground.Length / 2, -back)),
            PlanePoint.Of(ground.At(ground.Length / 2, -back)),
            PlanePoint.Of(ground.At(ground.Length / 2, wall)),
            PlanePoint.Of(ground.At(CoreHalf, wall)),
            PlanePoint.Of(ground.At(CoreHalf, back)),
            door,
            PlanePoint.Of(ground.At(-CoreHalf, back)),
            PlanePoint.Of(ground.At(-CoreHalf, wall)),
            PlanePoint.Of(ground.At(-ground.Length / 2, wall)),
        ];
        return (ring, [door]);
    }
}
