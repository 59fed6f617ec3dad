using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Puts the rings of one contour together to polygons in degrees.</summary>
/// <remarks>
/// <para>
/// A small hole is filled only where nothing is in it: ground that is farther than off from every way. What is not
/// reached, a walled yard or a pond keeps its hole however small it is. What was filled for a shorter cutoff stays
/// filled, so that the longer one covers it.
/// </para>
/// </remarks>
internal sealed class RingPolygons
{
    private static readonly GeometryFactory Factory = new(
        new PrecisionModel(),
        Position.Srid,
        PackedCoordinateSequenceFactory.DoubleFactory
    );

    private readonly List<int> _shells = [];
    private readonly List<List<LinearRing>> _holes = [];
    private readonly ContourRings[] _ringsOf = [new(), new()];
    private readonly List<int>[] _filledOf =
    [
        [],
        [],
    ];
    private ContourRings _rings = new();
    private ContourRings _before = new();
    private List<int> _filled = [];
    private List<int> _filledBefore = [];

    /// <summary>Draws a cutoff; the shortest first.</summary>
    /// <param name="sweep">Its contour.</param>
    /// <param name="plane">Where the lattice lies.</param>
    /// <param name="leastHole">Holes of less area, in cells, are filled if they are empty.</param>
    /// <param name="emptyHole">Holes of less area, in cells, are empty if nothing holds their border back.</param>
    /// <param name="scene">What lies where.</param>
    /// <param name="cutoff">The number of the cutoff.</param>
    public MultiPolygon Draw(
        ContourSweep sweep,
        LatticePlane plane,
        double leastHole,
        double emptyHole,
        ReachScene scene,
        int cutoff
    )
    {
        (_rings, _filled) = (_ringsOf[cutoff % 2], _filledOf[cutoff % 2]);
        (_before, _filledBefore) = (_ringsOf[(cutoff + 1) % 2], _filledOf[(cutoff + 1) % 2]);
        if (cutoff == 0)
        {
            _filledBefore.Clear();
        }

        _rings.Close(sweep);
        _shells.Clear();
        _filled.Clear();
        for (int ring = 0; ring < _rings.Count; ring++)
        {
            double area = _rings.AreaOf(ring);
            if (area > 0)
            {
                _shells.Add(ring);
            }
            else if (WasFilled(ring) || (-area < leastHole && IsEmpty(ring, emptyHole, scene, cutoff)))
            {
                _filled.Add(ring);
            }
        }

        // What lies like an island in a hole that is filled is land already.
        if (_filled.Count > 0)
        {
            _shells.RemoveAll(shell => _filled.Exists(hole => IsWithin(shell, hole)));
        }

        _shells.Sort((a, b) => (-_rings.AreaOf(a), a).CompareTo((-_rings.AreaOf(b), b)));
        CollectHoles(plane);
        Polygon[] polygons = new Polygon[_shells.Count];
        for (int i = 0; i < polygons.Length; i++)
        {
            polygons[i] = Factory.CreatePolygon(ToRing(plane, _shells[i]), [.. _holes[i]]);
        }

        return Factory.CreateMultiPolygon(polygons);
    }

    /// <summary>No polygons at all.</summary>
    public static MultiPolygon Nothing() => Factory.CreateMultiPolygon([]);

    /// <summary>All the polygons of several drawings that do not touch.</summary>
    public static MultiPolygon Together(IEnumerable<MultiPolygon> drawings) =>
        Factory.CreateMultiPolygon([.. drawings.SelectMany(static drawing => drawing.Geometries).Cast<Polygon>()]);

    private bool WasFilled(int ring)
    {
        (double x, double y) = (_rings.Xs(ring)[0], _rings.Ys(ring)[0]);
        foreach (int hole in _filledBefore)
        {
            if (_before.Contains(hole, x, y))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsEmpty(int ring, double emptyHole, ReachScene scene, int cutoff) =>
        !_rings.IsHeldBack(ring)
        && (
            -_rings.AreaOf(ring) < emptyHole
            || !(HoldsUnreached(ring, scene.Ways, scene, cutoff) || HoldsUnreached(ring, scene.Barriers, scene, cutoff))
        );

    private bool HoldsUnreached(int ring, ReadOnlySpan<ReachPart> parts, ReachScene scene, int cutoff)
    {
        foreach (ref readonly ReachPart part in parts)
        {
            if (part.Rank > cutoff && _rings.Contains(ring, scene.Window.MinX + part.Ax, scene.Window.MinY + part.Ay))
            {
                return true;
            }
        }

        return false;
    }

    private void CollectHoles(LatticePlane plane)
    {
        _holes.ForEach(static holes => holes.Clear());
        while (_holes.Count < _shells.Count)
        {
            _holes.Add([]);
        }

        for (int ring = 0; ring < _rings.Count; ring++)
        {
            double area = _rings.AreaOf(ring);
            if (area > 0 || _filled.BinarySearch(ring) >= 0)
            {
                continue;
            }

            // Shells come from the largest to the smallest: the last that holds it is the one it is cut from.
            for (int owner = _shells.Count - 1; owner >= 0; owner--)
            {
                if (_rings.AreaOf(_shells[owner]) > -area && IsWithin(ring, _shells[owner]))
                {
                    _holes[owner].Add(ToRing(plane, ring));
                    break;
                }
            }
        }
    }

    private bool IsWithin(int ring, int other) =>
        Math.Abs(_rings.AreaOf(other)) > Math.Abs(_rings.AreaOf(ring))
        && _rings.Contains(other, _rings.Xs(ring)[0], _rings.Ys(ring)[0]);

    private LinearRing ToRing(LatticePlane plane, int ring)
    {
        ReadOnlySpan<double> xs = _rings.Xs(ring);
        ReadOnlySpan<double> ys = _rings.Ys(ring);
        double[] degrees = new double[2 * (xs.Length + 1)];
        for (int i = 0; i < xs.Length; i++)
        {
            degrees[2 * i] = plane.Longitude(xs[i]);
            degrees[(2 * i) + 1] = plane.Latitude(ys[i]);
        }

        (degrees[^2], degrees[^1]) = (degrees[0], degrees[1]);
        return Factory.CreateLinearRing(new PackedDoubleCoordinateSequence(degrees, 2, 0));
    }
}
