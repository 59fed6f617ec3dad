using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

/// <summary>Measures exactly how much of a line lies inside a drawing: cut at its borders, each piece asked at its middle.</summary>
internal sealed class InsideLengths
{
    private readonly IndexedPointInAreaLocator _locator;
    private readonly List<(Coordinate From, Coordinate To)> _borders = [];
    private readonly PackedRTree _index;
    private readonly List<int> _found = [];
    private readonly List<double> _cuts = [];

    public InsideLengths(Geometry drawing)
    {
        _locator = new IndexedPointInAreaLocator(drawing);
        PackedRTreeBuilder index = new();
        foreach (Geometry part in ((MultiPolygon)drawing).Geometries)
        {
            Polygon polygon = (Polygon)part;
            foreach (LineString ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                Coordinate[] vertices = ring.Coordinates;
                for (int i = 1; i < vertices.Length; i++)
                {
                    _borders.Add((vertices[i - 1], vertices[i]));
                    index.Add(
                        Box.At(new Position(vertices[i - 1].X, vertices[i - 1].Y))
                            .With(Box.At(new Position(vertices[i].X, vertices[i].Y)))
                    );
                }
            }
        }

        _index = index.Build();
    }

    /// <summary>The metres of a straight piece that lie inside.</summary>
    public double MetresOf(Position from, Position to)
    {
        double share = 0;
        _found.Clear();
        _cuts.Clear();
        _cuts.Add(0);
        _cuts.Add(1);
        _index.SearchInto(Box.At(from).With(Box.At(to)), _found);
        foreach (int border in _found)
        {
            AddCut(from, to, _borders[border].From, _borders[border].To);
        }

        _cuts.Sort();
        for (int i = 1; i < _cuts.Count; i++)
        {
            Position middle = Along(from, to, (_cuts[i - 1] + _cuts[i]) / 2);
            if (
                _cuts[i] > _cuts[i - 1]
                && _locator.Locate(new Coordinate(middle.Longitude, middle.Latitude)) == Location.Interior
            )
            {
                share += _cuts[i] - _cuts[i - 1];
            }
        }

        return share * Geodesic.Metres(from, to);
    }

    private void AddCut(Position from, Position to, Coordinate a, Coordinate b)
    {
        (double dx, double dy) = (to.Longitude - from.Longitude, to.Latitude - from.Latitude);
        (double bx, double by) = (b.X - a.X, b.Y - a.Y);
        double turn = (dx * by) - (dy * bx);
        (double x, double y) = (a.X - from.Longitude, a.Y - from.Latitude);
        double along = ((x * by) - (y * bx)) / turn;
        double across = ((x * dy) - (y * dx)) / turn;
        if (along is > 0 and < 1 && across is >= 0 and <= 1)
        {
            _cuts.Add(along);
        }
    }

    private static Position Along(Position from, Position to, double share) =>
        new(
            from.Longitude + (share * (to.Longitude - from.Longitude)),
            from.Latitude + (share * (to.Latitude - from.Latitude))
        );
}
