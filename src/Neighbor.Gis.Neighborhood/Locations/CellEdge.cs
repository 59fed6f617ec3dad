using NetTopologySuite.Algorithm;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>One edge of an outline, asked from inside one cell.</summary>
/// <remarks>
/// <para>Source: own; crossing numbers as in Haines, "Point in polygon strategies" (Graphics Gems IV, 1994), along a bent line:
/// from the point east to the side of its cell, from there north without end. The bend is taken to lie infinitely little
/// farther north, and infinitely much more than that farther east, so that it lies on no edge (Edelsbrunner and Mücke,
/// "Simulation of simplicity", 1990).</para>
/// <para>Two such lines from one cell differ only inside the cell. Hence, over the edges that enter the cell, the parity of the
/// crossings differs between two points exactly where one is inside and the other is not.</para>
/// </remarks>
internal readonly ref struct CellEdge(OutlinePoint start, OutlinePoint end)
{
    private readonly double _startX = start.X;
    private readonly double _startY = start.Y;
    private readonly double _endX = end.X;
    private readonly double _endY = end.Y;

    /// <summary>Adds the crossings of the bent line from the point to <paramref name="isInside"/>.</summary>
    /// <param name="x">The point's longitude.</param>
    /// <param name="y">The point's latitude.</param>
    /// <param name="east">The longitude of the bend, not west of the point.</param>
    /// <param name="isInside">Whether the crossings so far are odd.</param>
    /// <returns>Whether the point lies on the edge, its ends included.</returns>
    public bool Count(double x, double y, double east, ref bool isInside)
    {
        bool isStartNorth = _startY > y;
        if (isStartNorth == _endY > y)
        {
            isInside ^= isStartNorth && _startX > east != _endX > east;
            return !isStartNorth && IsOnUpperEnd(x, y);
        }

        int side = EastSide(x, y);
        isInside ^= side < 0 != IsEastOfBend(y, east) ^ IsNorthOfBend(y, east);
        return side == 0;
    }

    /// <summary>Whether the line from one bend to the next crosses the edge, both at the same latitude.</summary>
    public bool IsCrossed(double y, double westBend, double eastBend) =>
        _startY > y != _endY > y && IsEastOfBend(y, westBend) != IsEastOfBend(y, eastBend);

    /// <summary>Whether the line north from the bend crosses the edge.</summary>
    public bool IsNorthOfBend(double y, double east)
    {
        bool isStartNorth = _startY > y;
        if (_startX > east == _endX > east)
        {
            return false;
        }

        if (isStartNorth == _endY > y)
        {
            return isStartNorth;
        }

        bool rises = _endX > _startX == _endY > _startY;
        return rises != IsEastOfBend(y, east);
    }

    /// <summary>For an edge from one side of the latitude to the other: whether it crosses it east of the bend.</summary>
    private bool IsEastOfBend(double y, double east)
    {
        bool isStartEast = _startX > east;
        return isStartEast == _endX > east ? isStartEast : EastSide(east, y) < 0;
    }

    /// <summary>-1 where the edge, which meets this latitude, passes east of the point; 1 west of it; 0 through it.</summary>
    private int EastSide(double x, double y)
    {
        int side = CGAlgorithmsDD.OrientationIndex(_startX, _startY, _endX, _endY, x, y);
        return _endY > _startY ? -side : side;
    }

    private bool IsOnUpperEnd(double x, double y)
    {
        if (_startY == y && _startX == x)
        {
            return true;
        }

        return _endY == y
            && (_endX == x || (_startY == y && Math.Min(_startX, _endX) <= x && x <= Math.Max(_startX, _endX)));
    }
}
