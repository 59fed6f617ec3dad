using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Snaps;

/// <summary>Whether walls go all round a position, so that nothing beyond them need be looked at.</summary>
/// <remarks>
/// <para>Source: own. Every piece of wall, cut to a disk around the position, hides the directions between its ends; if together
/// they hide all, every straight line out of the disk runs through one. Walls with gaps hide nothing here, and neither does the
/// wall of the zone one stands in, which has gates, and a wall one stands on, which stops nobody to either side.</para>
/// <para>Cost: O(n log n) for the pieces in the disk; no allocation once warm.</para>
/// </remarks>
internal static class Enclosure
{
    private const double FullTurn = 2 * Math.PI;
    private const double OnWallMetres = 0.01; // far above what the plane rounds

    public static bool IsAround(in SnapStand stand, double metres, bool isShutIn, WallIndex walls, SnapScratch scratch)
    {
        if (walls.IsEmpty)
        {
            return false;
        }

        scratch.Pieces.Clear();
        scratch.Directions.Clear();
        Box window = Box.Around(stand.Position, metres);
        walls.WithoutGapsInto(window, new WallExcept(stand.Zone, isShutIn), scratch.Walls, scratch.Pieces);
        foreach ((Spatial.Position from, Spatial.Position to) in scratch.Pieces)
        {
            (double ax, double ay) = stand.Plane.Project(from);
            (double bx, double by) = stand.Plane.Project(to);
            if (stand.Plane.ToSegment(from, to).Metres < OnWallMetres)
            {
                continue;
            }

            Hide(ax, ay, bx, by, metres, scratch.Directions);
        }

        return AreAll(scratch.Directions);
    }

    /// <summary>Adds the directions of the part of a piece that lies in the disk.</summary>
    private static void Hide(
        double ax,
        double ay,
        double bx,
        double by,
        double metres,
        List<(double From, double To)> directions
    )
    {
        (double dx, double dy) = (bx - ax, by - ay);
        double a = (dx * dx) + (dy * dy);
        double b = (ax * dx) + (ay * dy);
        double c = (ax * ax) + (ay * ay) - (metres * metres);
        double root = (b * b) - (a * c);
        if (a == 0 || root <= 0)
        {
            return;
        }

        double first = Math.Max(0, (-b - Math.Sqrt(root)) / a);
        double last = Math.Min(1, (-b + Math.Sqrt(root)) / a);
        if (first >= last)
        {
            return;
        }

        double from = Math.Atan2(ay + (first * dy), ax + (first * dx));
        double turn = Math.Atan2(ay + (last * dy), ax + (last * dx)) - from;
        turn =
            turn > Math.PI ? turn - FullTurn
            : turn < -Math.PI ? turn + FullTurn
            : turn;
        (double low, double high) = turn < 0 ? (from + turn, from) : (from, from + turn);
        directions.Add((low, high));
        directions.Add((low + FullTurn, high + FullTurn)); // once round, so that no direction is cut at the back
    }

    private static bool AreAll(List<(double From, double To)> directions)
    {
        if (directions.Count == 0)
        {
            return false;
        }

        directions.Sort(static (one, other) => one.From.CompareTo(other.From));
        double begin = directions[0].From;
        double hidden = directions[0].To;
        foreach ((double from, double to) in directions)
        {
            if (from > hidden)
            {
                (begin, hidden) = (from, to); // a way out between; perhaps they go round from here
            }

            hidden = Math.Max(hidden, to);
            if (hidden - begin >= FullTurn)
            {
                return true;
            }
        }

        return false;
    }
}
