using System.Runtime.CompilerServices;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>Edges of an outline that follow one another through a cell.</summary>
/// <remarks>
/// <para>The same count as <see cref="CellEdge"/>, quickly: no branch depends on which way an edge lies, for that cannot be
/// guessed, and a wrong guess costs more than both answers. An edge too close to call goes to <see cref="CellEdge"/>.</para>
/// </remarks>
internal static class CellRun
{
    /// <summary>Adds the crossings of the bent line from the point to <paramref name="isInside"/>.</summary>
    /// <param name="run">The vertices: longitude and latitude in turn.</param>
    /// <param name="x">The point's longitude.</param>
    /// <param name="y">The point's latitude.</param>
    /// <param name="east">The longitude of the bend, not west of the point.</param>
    /// <param name="isInside">Whether the crossings so far are odd.</param>
    /// <returns>Whether the point lies on one of the edges, their ends included.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Count(ReadOnlySpan<double> run, double x, double y, double east, ref bool isInside)
    {
        // Shewchuk, "Adaptive precision floating-point arithmetic" (1997): beyond this share of its two products the sign of a
        // difference is right; the bound is the wider one that NTS uses.
        const double SafeShare = 1e-15;
        double startX = run[0];
        double startY = run[1];
        bool isStartEast = startX > east;
        bool isStartNorth = startY > y;
        for (int i = 2; i + 1 < run.Length; i += 2)
        {
            double endX = run[i];
            double endY = run[i + 1];
            bool isEndEast = endX > east;
            bool isEndNorth = endY > y;
            double left = (startX - x) * (endY - y);
            double right = (startY - y) * (endX - x);
            double bendLeft = (startX - east) * (endY - y);
            double bendRight = (startY - y) * (endX - east);
            bool passesEastSide = isStartEast != isEndEast;
            bool isClear = Math.Abs(left - right) > SafeShare * (Math.Abs(left) + Math.Abs(right));
            bool isBendClear = Math.Abs(bendLeft - bendRight) > SafeShare * (Math.Abs(bendLeft) + Math.Abs(bendRight));
            if (isClear & (isBendClear | !passesEastSide))
            {
                bool goesNorth = endY > startY;
                bool isEastOfPoint = left > right == goesNorth;
                bool isEastOfBend = passesEastSide ? bendLeft > bendRight == goesNorth : isStartEast;
                bool rises = endX > startX == goesNorth;
                bool passesLatitude = isStartNorth != isEndNorth;
                bool isNorthOfBend = passesLatitude ? rises != isEastOfBend : isStartNorth;
                isInside ^= (passesLatitude & (isEastOfPoint != isEastOfBend)) ^ (passesEastSide & isNorthOfBend);
            }
            else if (
                new CellEdge(new OutlinePoint(startX, startY), new OutlinePoint(endX, endY)).Count(
                    x,
                    y,
                    east,
                    ref isInside
                )
            )
            {
                return true;
            }

            (startX, startY, isStartEast, isStartNorth) = (endX, endY, isEndEast, isEndNorth);
        }

        return false;
    }
}
