using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Ledgers;

/// <summary>Says how much of a line runs beside others: walls along an outline, pavements along a street.</summary>
/// <remarks>
/// <para>Units: metres on a plane that is flat about one latitude; over the tens of metres asked for, it is right to one part
/// in a hundred within a degree of it. Cost: a few dozen segments for each ten metres of line asked about.</para>
/// </remarks>
internal sealed class NearbyLines(double latitude, double withinMetres)
{
    private const double MetresPerDegree = 111_195;
    private const double SampleMetres = 10;

    private readonly double _metresPerLongitude = MetresPerDegree * Math.Cos(latitude * Math.PI / 180);
    private readonly double _cellMetres = 2 * withinMetres;
    private readonly List<(double X1, double Y1, double X2, double Y2)> _segments = [];
    private readonly Dictionary<(int, int), List<int>> _cells = [];

    /// <summary>Adds a line to run beside.</summary>
    public void Add(ReadOnlySpan<Coordinate> line)
    {
        for (int i = 1; i < line.Length; i++)
        {
            (double x1, double y1) = Plane(line[i - 1]);
            (double x2, double y2) = Plane(line[i]);
            int steps = Math.Max(1, (int)Math.Ceiling(Length(x2 - x1, y2 - y1) / withinMetres));
            for (int step = 0; step <= steps; step++)
            {
                double t = (double)step / steps;
                Register(_segments.Count, x1 + (t * (x2 - x1)), y1 + (t * (y2 - y1)));
            }

            _segments.Add((x1, y1, x2, y2));
        }
    }

    /// <summary>The share of a line that has another one within reach.</summary>
    /// <param name="line">The line, never one that was added.</param>
    /// <param name="side">Left of it (-1), right of it (1) or on either side (0).</param>
    public double ShareBeside(ReadOnlySpan<Coordinate> line, int side = 0)
    {
        int samples = 0;
        int beside = 0;
        for (int i = 1; i < line.Length; i++)
        {
            (double x1, double y1) = Plane(line[i - 1]);
            (double x2, double y2) = Plane(line[i]);
            int steps = Math.Max(1, (int)Math.Round(Length(x2 - x1, y2 - y1) / SampleMetres));
            for (int step = 0; step < steps; step++)
            {
                double t = (step + 0.5) / steps;
                double x = x1 + (t * (x2 - x1));
                double y = y1 + (t * (y2 - y1));
                samples++;
                beside += HasBeside(x, y, x2 - x1, y2 - y1, side) ? 1 : 0;
            }
        }

        return samples == 0 ? 0 : (double)beside / samples;
    }

    private void Register(int segment, double x, double y)
    {
        (int column, int row) = Cell(x, y);
        for (int dx = -1; dx <= 1; dx++)
        {
            for (int dy = -1; dy <= 1; dy++)
            {
                ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    _cells,
                    (column + dx, row + dy),
                    out _
                );
                list ??= [];
                if (list.Count == 0 || list[^1] != segment)
                {
                    list.Add(segment);
                }
            }
        }
    }

    private bool HasBeside(double x, double y, double alongX, double alongY, int side)
    {
        if (!_cells.TryGetValue(Cell(x, y), out List<int>? near))
        {
            return false;
        }

        foreach (int segment in near)
        {
            (double x1, double y1, double x2, double y2) = _segments[segment];
            double dx = x2 - x1;
            double dy = y2 - y1;
            double squared = (dx * dx) + (dy * dy);
            double t = squared == 0 ? 0 : Math.Clamp((((x - x1) * dx) + ((y - y1) * dy)) / squared, 0, 1);
            double toX = x1 + (t * dx) - x;
            double toY = y1 + (t * dy) - y;
            double turn = (alongX * toY) - (alongY * toX); // above zero: to the left
            if (Length(toX, toY) <= withinMetres && (side == 0 || Math.Sign(turn) == -side))
            {
                return true;
            }
        }

        return false;
    }

    private (double X, double Y) Plane(Coordinate place) => (place.X * _metresPerLongitude, place.Y * MetresPerDegree);

    private (int Column, int Row) Cell(double x, double y) =>
        ((int)Math.Floor(x / _cellMetres), (int)Math.Floor(y / _cellMetres));

    private static double Length(double dx, double dy) => Math.Sqrt((dx * dx) + (dy * dy));
}
