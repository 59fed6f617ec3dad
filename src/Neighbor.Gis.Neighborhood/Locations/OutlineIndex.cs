using Neighbor.Gis.Spatial;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>A frozen set of polygons that knows which of them contains a point, or lies nearest to it.</summary>
/// <remarks>
/// <para>Shapes: a raster. <c>cells[raster.CellOf(column, row)]</c> is 0 or more where the whole cell lies in that polygon and no
/// edge of an earlier one enters; -1 to -255 where nothing is, and the nearest list is so many steps away; and
/// <c>FirstList - i</c> where a list begins at <c>lists[i]</c>: for each polygon whose edges enter, in order, twice its number
/// plus its parity, the count of edges, and the vertex each begins at; then the complement of one more than the polygon that
/// holds the cell, or of zero.</para>
/// <para>Units: degrees in, geodesic metres out. The nearest point of an edge is found in the plane that touches the
/// ellipsoid at the asked point.</para>
/// <para>Cost: one cell, and the few edges that enter it; the nearest outline by rings of cells. 8 bytes an edge for the
/// raster, 16 a vertex, 4 an edge and cell; no allocation when asked.</para>
/// <para>Threads: everything is built in the constructor; any number of readers.</para>
/// </remarks>
public sealed class OutlineIndex
{
    /// <summary>How many numbers stand before the edges of a polygon in a list.</summary>
    internal const int GroupHead = 2;

    /// <summary>The cell whose list begins at zero; those below have lists that begin later.</summary>
    internal const int FirstList = -256;

    /// <summary>The empty cell that is this many steps or more from a list.</summary>
    internal const int FarthestEmpty = -255;

    /// <summary>The end of a list in a cell that no polygon holds.</summary>
    internal const int EndOfList = -1;

    private readonly OutlineCells _raster;
    private readonly int[] _cells;
    private readonly int[] _lists;
    private readonly Vertex[] _vertices;

    /// <summary>Indexes the polygons; where several contain a point, the earlier one is found.</summary>
    /// <exception cref="ArgumentException">A geometry is empty or not made of polygons.</exception>
    public OutlineIndex(IReadOnlyList<Geometry> polygons)
    {
        var builder = OutlineIndexBuilder.Lay(polygons);
        _raster = builder.Cells;
        (_cells, _lists, _vertices) = builder.Write();
    }

    /// <summary>The first polygon that contains the point, its border included; null where none does.</summary>
    public int? FindAt(Position position) => NumberAt(position) is var number && number >= 0 ? number : null;

    /// <summary>
    /// The polygon that contains the point, or else the nearest one within the limit; of equally near ones the first.
    /// </summary>
    public OutlineHit? FindNearest(Position position, double limitMetres)
    {
        TangentPlane plane = default;
        OutlineHit hit = HitAt(position, limitMetres, ref plane);
        return hit.IsNone ? null : hit;
    }

    /// <summary>The number of the first polygon that contains the point, or -1.</summary>
    internal int NumberAt(Position position)
    {
        double x = position.Longitude;
        double y = position.Latitude;
        int column = _raster.ColumnOf(x);
        int cell = _cells[_raster.CellOf(column, _raster.RowOf(y))];
        if (cell > FirstList)
        {
            return Math.Max(cell, -1);
        }

        double east = _raster.EastOf(column);
        int at = FirstList - cell;
        ReadOnlySpan<int> lists = _lists;
        ReadOnlySpan<Vertex> vertices = _vertices;
        while (lists[at] is var head and >= 0)
        {
            bool isInside = (head & 1) != 0;
            int first = at + GroupHead;
            at = first + lists[first - 1];
            foreach (int vertex in lists[first..at])
            {
                if (new CellEdge(vertices[vertex], vertices[vertex + 1]).Count(x, y, east, ref isInside))
                {
                    return head >> 1;
                }
            }

            if (isInside)
            {
                return head >> 1;
            }
        }

        return ~lists[at] - 1;
    }

    /// <summary>As <see cref="FindNearest"/>, with a plane that is laid when it is first needed.</summary>
    internal OutlineHit HitAt(Position position, double limitMetres, ref TangentPlane plane)
    {
        int number = NumberAt(position);
        if (number >= 0)
        {
            return new OutlineHit(number, 0);
        }

        if (!plane.IsLaid)
        {
            plane = new TangentPlane(position);
        }

        var search = new NearestOutlineSearch(_raster, _cells, _lists, _vertices, plane, position);
        return search.Run(limitMetres);
    }
}
