using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>The oracle for large towns: Dijkstra's search as in the textbook, on every piece of every way.</summary>
/// <remarks><para>Exact at a pace whose milliseconds are whole for whole millimetres, as the planning pace.</para></remarks>
internal sealed class TextbookWalks
{
    private readonly List<(int Head, int WalkMs)>[] _steps;
    private readonly PriorityQueue<int, long> _frontier = new();

    public TextbookWalks(SurveyedStreets streets, Pace pace)
    {
        _steps = new List<(int Head, int WalkMs)>[streets.Positions.Count];
        for (int node = 0; node < _steps.Length; node++)
        {
            _steps[node] = [];
        }

        foreach (StreetSegment segment in streets.Segments)
        {
            Terrain terrain = Terrain.Of(segment.Way, LengthMm);
            if (segment.Way.Direction != WayDirection.Backward)
            {
                _steps[segment.From].Add((segment.To, pace.WalkMs(segment.LengthMm, terrain)));
            }

            if (segment.Way.Direction != WayDirection.Forward)
            {
                _steps[segment.To].Add((segment.From, pace.WalkMs(segment.LengthMm, terrain.Turned())));
            }
        }

        static int LengthMm(SurveyedWay way) =>
            (int)
                Math.Round(
                    1000
                        * Geodesic.Metres(Array.ConvertAll(way.Geom.Coordinates, static at => new Position(at.X, at.Y)))
                );
    }

    /// <summary>How long it is from a node to every node; null where no way leads.</summary>
    public long?[] From(int origin)
    {
        long?[] walkMs = new long?[_steps.Length];
        _frontier.Clear();
        _frontier.Enqueue(origin, 0);
        while (_frontier.TryDequeue(out int node, out long walkedMs))
        {
            if (walkMs[node] is not null)
            {
                continue;
            }

            walkMs[node] = walkedMs;
            foreach ((int head, int stepMs) in _steps[node])
            {
                if (walkMs[head] is null && stepMs != int.MaxValue)
                {
                    _frontier.Enqueue(head, walkedMs + stepMs);
                }
            }
        }

        return walkMs;
    }
}
