using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

/// <summary>Small networks laid out in metres, through the production builder.</summary>
internal static class TownNetwork
{
    /// <summary>A network of ways; they join where they share a vertex.</summary>
    public static WalkingNetwork Of(params (int X, int Y)[][] ways) => Of(ways, []);

    /// <summary>A network of ways and walled ground.</summary>
    public static WalkingNetwork Of(
        (int X, int Y)[][] ways,
        (int X, int Y)[][] walls,
        params ((int X, int Y) At, Passage Passage)[] gates
    )
    {
        WalkingNetworkBuilder builder = new();
        for (int i = 0; i < ways.Length; i++)
        {
            builder.AddWay(Way(i, ways[i], WayDirection.Both));
        }

        for (int i = 0; i < walls.Length; i++)
        {
            Polygon outline = new(new LinearRing([.. walls[i].Append(walls[i][0]).Select(CoordinateOf)]));
            builder.AddZone(new Zone($"z{i}", null, outline, IsWalled: true));
        }

        for (int i = 0; i < gates.Length; i++)
        {
            builder.AddGate(new SurveyedGate($"g{i}", NodeAt(gates[i].At), gates[i].Passage, null, "z0"));
        }

        return builder.Build();
    }

    /// <summary>A lattice with one block side in five missing and one in ten one-way.</summary>
    public static WalkingNetwork Random(Random random, int lines, int spacing)
    {
        WalkingNetworkBuilder builder = new();
        int id = 0;
        void Side(int x, int y, int nextX, int nextY)
        {
            if (random.Next(5) > 0)
            {
                WayDirection direction = random.Next(10) == 0 ? WayDirection.Forward : WayDirection.Both;
                (int, int)[] course = [(x * spacing, y * spacing), (nextX * spacing, nextY * spacing)];
                builder.AddWay(Way(id++, course, direction));
            }
        }

        for (int x = -lines; x < lines; x++)
        {
            for (int y = -lines; y < lines; y++)
            {
                Side(x, y, x + 1, y);
                Side(x, y, x, y + 1);
            }
        }

        return builder.Build();
    }

    public static ServiceAreaOrigin OriginAt(WalkingNetwork network, double x, double y)
    {
        ServiceAreaOrigin? origin = FindOriginAt(network, x, y);
        Assert.NotNull(origin);
        return origin;
    }

    /// <summary>An origin in metres, or null where no way is near.</summary>
    public static ServiceAreaOrigin? FindOriginAt(WalkingNetwork network, double x, double y)
    {
        Position position = MetreTown.At(x, y);
        return new Snapper(network).Snap(position) is Snapping.Snapped snap
            ? new ServiceAreaOrigin(position, snap.ToArray())
            : null;
    }

    private static SurveyedWay Way(long id, (int X, int Y)[] course, WayDirection direction) =>
        new()
        {
            Id = id,
            Source = "test",
            Direction = direction,
            NodeIds = [.. course.Select(NodeAt)],
            Geom = new LineString([.. course.Select(CoordinateOf)]) { SRID = Position.Srid },
        };

    private static long NodeAt((int X, int Y) at) => ((at.X + 1_000_000L) * 10_000_000) + at.Y + 1_000_000;

    private static Coordinate CoordinateOf((int X, int Y) at)
    {
        Position position = MetreTown.At(at.X, at.Y);
        return new Coordinate(position.Longitude, position.Latitude);
    }
}
