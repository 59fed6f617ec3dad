using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>The oracle: all walks between all vertices of a survey by Floyd and Warshall, straight from the ways.</summary>
/// <remarks><para>Exact at a pace whose milliseconds are whole for whole millimetres, as the planning pace.</para></remarks>
internal sealed class RawWalks
{
    private const long Never = long.MaxValue / 4;

    private readonly Dictionary<long, int> _indexes = [];
    private readonly long[,] _walkMs;

    /// <summary>All walks.</summary>
    /// <param name="survey">The ways.</param>
    /// <param name="pace">How fast is walked.</param>
    /// <param name="closed">A line nobody crosses; null for none.</param>
    public RawWalks(Survey survey, Pace pace, LineString? closed = null)
    {
        foreach (long node in survey.Ways.SelectMany(way => way.NodeIds))
        {
            _indexes.TryAdd(node, _indexes.Count);
        }

        Nodes = [.. _indexes.Keys];
        int count = Nodes.Count;
        _walkMs = new long[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                _walkMs[i, j] = i == j ? 0 : Never;
            }
        }

        foreach (SurveyedWay way in survey.Ways)
        {
            for (int i = 1; i < way.NodeIds.Count; i++)
            {
                Coordinate[] course = [way.Geom.GetCoordinateN(i - 1), way.Geom.GetCoordinateN(i)];
                if (closed is null || !new LineString(course).Intersects(closed))
                {
                    AddSegment(survey, way, way.NodeIds[i - 1], way.NodeIds[i], pace);
                }
            }
        }

        for (int middle = 0; middle < count; middle++)
        {
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    _walkMs[i, j] = Math.Min(_walkMs[i, j], _walkMs[i, middle] + _walkMs[middle, j]);
                }
            }
        }
    }

    public IReadOnlyList<long> Nodes { get; }

    public int? WalkMs(long from, long to)
    {
        long walkMs = _walkMs[_indexes[from], _indexes[to]];
        return walkMs >= Never ? null : (int)walkMs;
    }

    private void AddSegment(Survey survey, SurveyedWay way, long from, long to, Pace pace)
    {
        double metres = Geodesic.Metres(survey.PositionOf(from), survey.PositionOf(to));
        int lengthMm = (int)Math.Round(metres * 1000, MidpointRounding.AwayFromZero);
        Terrain terrain = Terrain.Of(way, LengthMm);
        if (way.Direction != WayDirection.Backward)
        {
            Shorten(_indexes[from], _indexes[to], pace.WalkMs(lengthMm, terrain));
        }

        if (way.Direction != WayDirection.Forward)
        {
            Shorten(_indexes[to], _indexes[from], pace.WalkMs(lengthMm, terrain.Turned()));
        }

        int LengthMm(SurveyedWay whole) =>
            (int)
                Math.Round(
                    1000
                        * Enumerable
                            .Range(1, whole.NodeIds.Count - 1)
                            .Sum(i =>
                                Geodesic.Metres(
                                    survey.PositionOf(whole.NodeIds[i - 1]),
                                    survey.PositionOf(whole.NodeIds[i])
                                )
                            )
                );
    }

    private void Shorten(int from, int to, int walkMs)
    {
        if (walkMs != int.MaxValue) // else nobody walks it at this pace
        {
            _walkMs[from, to] = Math.Min(_walkMs[from, to], walkMs);
        }
    }
}
