using System.Runtime.CompilerServices;
using Neighbor.Gis.Spatial;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>A frozen set of polygons that knows which of them contains a point, or lies nearest to it.</summary>
/// <remarks>
/// <para>Shapes: a raster. <c>cells[raster.CellOf(column, row)]</c> is 0 or more where the whole cell lies in that polygon and no
/// edge of an earlier one enters; -1 to -255 where nothing is, and the nearest list is so many steps away; and
/// <c>FirstList - i</c> where a list begins at <c>lists[i]</c>: the edges that enter, as runs of vertices, longitude and
/// latitude in turn, polygon after polygon, before each run and at the end a <see cref="RunHead"/>.</para>
/// <para>Units: degrees in, geodesic metres out. The nearest point of an edge is found in the plane that touches the
/// ellipsoid at the asked point.</para>
/// <para>Cost: one cell, and the few edges that enter it; the nearest outline by rings of cells. 8 bytes an edge for the
/// raster, and 16 to 32 for each cell an edge enters; no allocation when asked.</para>
/// <para>Threads: everything is built in the constructor; any number of readers.</para>
/// </remarks>
public sealed class OutlineIndex
{
    /// <summary>The cell whose list begins at zero; those below have lists that begin later.</summary>
    internal const int FirstList = -256;

    /// <summary>The empty cell that is this many steps or more from a list.</summary>
    internal const int FarthestEmpty = -255;

    private readonly OutlineCells _raster;
    private readonly int[] _cells;
    private readonly double[] _lists;

    /// <summary>Indexes the polygons; where several contain a point, the earlier one is found.</summary>
    /// <exception cref="ArgumentException">A geometry is empty or not made of polygons.</exception>
    public OutlineIndex(IReadOnlyList<Geometry> polygons)
    {
        var builder = OutlineIndexBuilder.Lay(polygons);
        _raster = builder.Cells;
        (_cells, _lists) = builder.Write();
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
        ReadOnlySpan<double> list = _lists.AsSpan(FirstList - cell);
        bool isInside = false;
        while (true)
        {
            var head = RunHead.Read(list[0]);
            if (head.IsEnd)
            {
                return head.Outline;
            }

            isInside ^= head.IsOdd;
            if (CellRun.Count(list.Slice(1, head.Length), x, y, east, ref isInside) || (isInside && head.IsLast))
            {
                return head.Outline;
            }

            isInside &= !head.IsLast;
            list = list[(1 + head.Length)..];
        }
    }

    /// <summary>As <see cref="FindNearest"/>, with a plane that is laid when it is first needed.</summary>
    internal OutlineHit HitAt(Position position, double limitMetres, ref TangentPlane plane)
    {
        int number = NumberAt(position);
        return number >= 0 ? new OutlineHit(number, 0) : NearestTo(position, limitMetres, ref plane);
    }

    // Apart from the rest: its working memory would have to be cleared also where a polygon contains the point.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private OutlineHit NearestTo(Position position, double limitMetres, ref TangentPlane plane)
    {
        if (!plane.IsLaid)
        {
            plane = new TangentPlane(position);
        }

        var search = new NearestOutlineSearch(in _raster, _cells, _lists, in plane, position);
        return search.Run(limitMetres);
    }
}
