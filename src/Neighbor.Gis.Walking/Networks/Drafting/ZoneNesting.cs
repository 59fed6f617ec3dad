using Neighbor.Gis.Spatial;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks.Drafting;

/// <summary>Puts zones into their tree.</summary>
internal static class ZoneNesting
{
    /// <summary>A zone lies in the parent it names, else in the smallest larger outline around a point inside it.</summary>
    /// <param name="zones">The zones by code.</param>
    public static ZoneTree Nest(IReadOnlyList<Zone> zones)
    {
        string[] codes = ["", .. zones.Select(static zone => zone.Code)];
        Geometry?[] outlines = [null, .. zones.Select(static zone => zone.Outline)];
        bool[] isWalled = [false, .. zones.Select(static zone => zone.IsWalled)];
        ZoneTree flat = new(codes, outlines, isWalled, new int[codes.Length]);

        int[] parents = new int[codes.Length];
        for (int zone = 1; zone < codes.Length; zone++)
        {
            string? named = zones[zone - 1].ParentCode;
            parents[zone] = (named is null ? null : flat.Find(named)) ?? SmallestAround(flat, zone);
        }

        for (int zone = 1; zone < codes.Length; zone++)
        {
            CutCircle(parents, zone);
        }

        return new ZoneTree(codes, outlines, isWalled, parents);
    }

    private static int SmallestAround(ZoneTree flat, int zone)
    {
        Geometry outline = flat.Outlines[zone]!;
        Point inside = outline.InteriorPoint;
        if (inside.IsEmpty)
        {
            return 0;
        }

        int smallest = 0;
        Position position = new(inside.X, inside.Y);
        foreach (int other in flat.AllAt(position))
        {
            bool isLarger = flat.Outlines[other]!.Area > outline.Area;
            if (isLarger && (smallest == 0 || flat.Outlines[other]!.Area < flat.Outlines[smallest]!.Area))
            {
                smallest = other;
            }
        }

        return smallest;
    }

    /// <summary>Parents named by hand may go round in a circle; the first zone of it then has none.</summary>
    private static void CutCircle(int[] parents, int zone)
    {
        int at = zone;
        for (int steps = 0; at != 0 && steps <= parents.Length; steps++)
        {
            at = parents[at];
            if (at == zone)
            {
                parents[zone] = 0;
                return;
            }
        }
    }
}
