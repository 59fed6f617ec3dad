using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>A frozen set of polygons that knows which of them contains a point, or lies nearest to it.</summary>
/// <remarks>
/// <para>Shapes: the edges of polygon <c>i</c> are <c>edges[firstEdge[i]..firstEdge[i+1]]</c>; each polygon is cut into
/// horizontal bands, and <c>bandEdges</c> lists the edges that meet a band, so that a point asks only the edges beside it.</para>
/// <para>Units: degrees in, geodesic metres out. The nearest point of an edge is found in the plane that touches the
/// ellipsoid at the asked point; up to some kilometres that is exact far below a millimetre.</para>
/// <para>Cost: one search of a packed R-tree, then the edges of one band for each polygon whose box is hit.</para>
/// <para>Threads: everything is built in the constructor; any number of readers.</para>
/// </remarks>
public sealed class OutlineIndex
{
    private const int EdgesPerBand = 8;

    [ThreadStatic]
    private static List<int>? candidates;

    private readonly PackedRTree _boxes;
    private readonly int[] _firstEdge;
    private readonly Edge[] _edges;
    private readonly int[] _firstBand;
    private readonly double[] _bottom;
    private readonly double[] _bandHeight;
    private readonly int[] _firstBandEdge;
    private readonly int[] _bandEdges;

    /// <summary>Indexes the polygons; where several contain a point, the earlier one is found.</summary>
    /// <exception cref="ArgumentException">A geometry is empty or not made of polygons.</exception>
    public OutlineIndex(IReadOnlyList<Geometry> polygons)
    {
        var boxes = new PackedRTreeBuilder(polygons.Count);
        var edges = new List<Edge>();
        var firstBandEdge = new List<int>();
        var bandEdges = new List<int>();
        _firstEdge = new int[polygons.Count + 1];
        _firstBand = new int[polygons.Count + 1];
        _bottom = new double[polygons.Count];
        _bandHeight = new double[polygons.Count];
        for (int i = 0; i < polygons.Count; i++)
        {
            Geometry polygon = polygons[i];
            if (polygon.IsEmpty || polygon is not (Polygon or MultiPolygon))
            {
                throw new ArgumentException(
                    $"Outline {i} is an empty geometry or a {polygon.GeometryType}; only polygons have an inside.",
                    nameof(polygons)
                );
            }

            Envelope box = polygon.EnvelopeInternal;
            boxes.Add(box.MinX, box.MinY, box.MaxX, box.MaxY);
            AddEdges(polygon, edges);
            _firstEdge[i + 1] = edges.Count;
            int bands = Math.Max(1, (edges.Count - _firstEdge[i]) / EdgesPerBand);
            _bottom[i] = box.MinY;
            _bandHeight[i] = Math.Max(box.Height / bands, double.Epsilon);
            AddBands(i, bands, edges, firstBandEdge, bandEdges);
            _firstBand[i + 1] = firstBandEdge.Count;
        }

        firstBandEdge.Add(bandEdges.Count);
        _boxes = boxes.Build();
        _edges = [.. edges];
        _firstBandEdge = [.. firstBandEdge];
        _bandEdges = [.. bandEdges];
    }

    /// <summary>The first polygon that contains the point, its border included; null where none does.</summary>
    public int? FindAt(Position position)
    {
        double x = position.Longitude;
        double y = position.Latitude;
        List<int> found = Candidates();
        _boxes.SearchInto(x, y, x, y, found);
        int first = int.MaxValue;
        foreach (int index in found)
        {
            if (index < first && Contains(index, x, y))
            {
                first = index;
            }
        }

        return first == int.MaxValue ? null : first;
    }

    /// <summary>
    /// The polygon that contains the point, or else the nearest one within the limit; of equally near ones the first.
    /// </summary>
    public OutlineHit? FindNearest(Position position, double limitMetres)
    {
        if (FindAt(position) is { } containing)
        {
            return new OutlineHit(containing, 0);
        }

        var plane = new TangentPlane(position);
        List<int> found = Candidates();
        _boxes.SearchInto(Box.Around(position, limitMetres), found);
        int nearest = -1;
        double leastSquared = double.PositiveInfinity;
        (double X, double Y) place = default;
        foreach (int index in found)
        {
            (double squared, (double X, double Y) point) = NearestOf(index, plane);
            if (squared < leastSquared || (squared == leastSquared && index < nearest))
            {
                (leastSquared, nearest, place) = (squared, index, point);
            }
        }

        if (nearest < 0)
        {
            return null;
        }

        double metres = Geodesic.Metres(position, plane.Lift(place));
        return metres <= limitMetres ? new OutlineHit(nearest, metres) : null;
    }

    private static List<int> Candidates()
    {
        candidates ??= [];
        candidates.Clear();
        return candidates;
    }

    /// <summary>Counts the edges that a ray to the east crosses.</summary>
    /// <remarks>
    /// <para>Source: the crossing-number rule as in Haines, "Point in polygon strategies" (Graphics Gems IV, 1994); the side of
    /// an edge is decided by NTS's exact orientation test, so a point on a shared border is on it for both polygons.</para>
    /// </remarks>
    private bool Contains(int index, double x, double y)
    {
        int bands = _firstBand[index + 1] - _firstBand[index];
        int band = _firstBand[index] + BandOf(y, _bottom[index], _bandHeight[index], bands);
        bool isInside = false;
        for (int i = _firstBandEdge[band]; i < _firstBandEdge[band + 1]; i++)
        {
            Edge edge = _edges[_bandEdges[i]];
            if (edge.StartX < x && edge.EndX < x)
            {
                continue;
            }

            if (edge.StartY == y && edge.EndY == y)
            {
                if (Math.Min(edge.StartX, edge.EndX) <= x && x <= Math.Max(edge.StartX, edge.EndX))
                {
                    return true;
                }
            }
            else if ((edge.StartX == x && edge.StartY == y) || (edge.EndX == x && edge.EndY == y))
            {
                return true;
            }
            else if ((edge.StartY > y) != (edge.EndY > y))
            {
                int side = CGAlgorithmsDD.OrientationIndex(edge.StartX, edge.StartY, edge.EndX, edge.EndY, x, y);
                if (side == 0)
                {
                    return true;
                }

                isInside ^= side > 0 == edge.EndY > edge.StartY;
            }
        }

        return isInside;
    }

    private (double Squared, (double X, double Y) Point) NearestOf(int index, TangentPlane plane)
    {
        double least = double.PositiveInfinity;
        (double X, double Y) best = default;
        for (int i = _firstEdge[index]; i < _firstEdge[index + 1]; i++)
        {
            (double X, double Y) start = plane.Lay(_edges[i].StartX, _edges[i].StartY);
            (double X, double Y) end = plane.Lay(_edges[i].EndX, _edges[i].EndY);
            double alongX = end.X - start.X;
            double alongY = end.Y - start.Y;
            double squaredLength = (alongX * alongX) + (alongY * alongY);
            double share =
                squaredLength == 0 ? 0 : Math.Clamp(-((start.X * alongX) + (start.Y * alongY)) / squaredLength, 0, 1);
            double x = start.X + (share * alongX);
            double y = start.Y + (share * alongY);
            double squared = (x * x) + (y * y);
            if (squared < least)
            {
                (least, best) = (squared, (x, y));
            }
        }

        return (least, best);
    }

    private static void AddEdges(Geometry polygon, List<Edge> edges)
    {
        for (int part = 0; part < polygon.NumGeometries; part++)
        {
            var one = (Polygon)polygon.GetGeometryN(part);
            AddRing(one.ExteriorRing.CoordinateSequence, edges);
            for (int hole = 0; hole < one.NumInteriorRings; hole++)
            {
                AddRing(one.GetInteriorRingN(hole).CoordinateSequence, edges);
            }
        }
    }

    private static void AddRing(CoordinateSequence ring, List<Edge> edges)
    {
        for (int i = 1; i < ring.Count; i++)
        {
            edges.Add(new Edge(ring.GetX(i - 1), ring.GetY(i - 1), ring.GetX(i), ring.GetY(i)));
        }
    }

    /// <summary>Lists for each band the edges that meet it, by counting first and filling after.</summary>
    private void AddBands(int polygon, int bands, List<Edge> edges, List<int> firstBandEdge, List<int> bandEdges)
    {
        int[] next = new int[bands + 1];
        for (int i = _firstEdge[polygon]; i < _firstEdge[polygon + 1]; i++)
        {
            (int low, int high) = BandsOf(edges[i], polygon, bands);
            for (int band = low; band <= high; band++)
            {
                next[band + 1]++;
            }
        }

        for (int band = 0; band < bands; band++)
        {
            next[band + 1] += next[band];
            firstBandEdge.Add(bandEdges.Count + next[band]);
        }

        int[] filled = new int[next[bands]];
        for (int i = _firstEdge[polygon]; i < _firstEdge[polygon + 1]; i++)
        {
            (int low, int high) = BandsOf(edges[i], polygon, bands);
            for (int band = low; band <= high; band++)
            {
                filled[next[band]++] = i;
            }
        }

        bandEdges.AddRange(filled);
    }

    private (int Low, int High) BandsOf(Edge edge, int polygon, int bands) =>
        (
            BandOf(Math.Min(edge.StartY, edge.EndY), _bottom[polygon], _bandHeight[polygon], bands),
            BandOf(Math.Max(edge.StartY, edge.EndY), _bottom[polygon], _bandHeight[polygon], bands)
        );

    // Never decreasing in y, so an edge meets every band between those of its two ends.
    private static int BandOf(double y, double bottom, double height, int bands) =>
        (int)Math.Clamp((y - bottom) / height, 0, bands - 1);

    private readonly record struct Edge(double StartX, double StartY, double EndX, double EndY);
}
