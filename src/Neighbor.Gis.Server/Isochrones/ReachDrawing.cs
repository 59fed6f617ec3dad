using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Isochrones;

/// <summary>Draws what one walk reaches: one search, cut at each of the minutes.</summary>
internal static class ReachDrawing
{
    private const int MillisecondsPerMinute = 60_000;

    // What lies farther than this from everything reached does not touch the drawing.
    private const double BesideMetres = 80;

    /// <summary>For each of the minutes the drawing, and how many millimetres of paths are reached.</summary>
    /// <param name="map">The map.</param>
    /// <param name="origin">Where the walk starts.</param>
    /// <param name="seeds">Where that meets the network.</param>
    /// <param name="pace">How fast the walker is.</param>
    /// <param name="minutes">The cutoffs, the shortest first.</param>
    public static IReadOnlyList<(MultiPolygon Drawing, long ReachedMm)> Draw(
        NeighborhoodSnapshot map,
        Position origin,
        SnapPoint[] seeds,
        Pace pace,
        IReadOnlyList<int> minutes
    )
    {
        WalkingSearch search = map.Walks.Get();
        try
        {
            search.Run(seeds, pace, minutes[^1] * MillisecondsPerMinute);
            var bands = new List<IsochroneBand>();
            var reachedMm = new List<long>();
            Box window = Box.At(origin);
            foreach (int limit in minutes)
            {
                int cutoffMs = limit * MillisecondsPerMinute;
                var reached = new List<Stretch>();
                search.ReachedInto(cutoffMs, reached);
                var drawn = new Stretches();
                foreach (SnapPoint seed in seeds.Where(seed => pace.AccessMs(seed.AccessMm) <= cutoffMs))
                {
                    drawn.Add([origin, seed.Position]);
                }

                window = window.With(AddCourses(map.Network, reached, drawn));
                var unreached = new List<Stretch>();
                search.UnreachedInto(Widened(window), cutoffMs, unreached);
                var beside = new Stretches();
                AddCourses(map.Network, unreached, beside);
                bands.Add(new IsochroneBand(drawn, beside));
                reachedMm.Add(reached.Sum(stretch => (long)stretch.LengthMm));
            }

            IReadOnlyList<MultiPolygon> drawings = new DistanceFieldPolygons().Draw(
                origin,
                bands,
                map.WallsIn(Widened(window))
            );
            return [.. drawings.Zip(reachedMm)];
        }
        finally
        {
            map.Walks.Return(search);
        }
    }

    private static Box AddCourses(WalkingNetwork network, List<Stretch> stretches, Stretches courses)
    {
        Box box = Box.Nothing;
        foreach (Stretch stretch in stretches)
        {
            Position[] course = network.CourseOf(stretch);
            courses.Add(course);
            foreach (Position position in course)
            {
                box = box.With(Box.At(position));
            }
        }

        return box;
    }

    private static Box Widened(Box box) =>
        Box.Around(new Position(box.MinX, box.MinY), BesideMetres)
            .With(Box.Around(new Position(box.MaxX, box.MaxY), BesideMetres));
}
