using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>
/// A made-up town of any size, the same for the same seed: a lattice of streets, jittered, closer together in the middle,
/// with gaps at random; of its parts the largest. Nodes have numbers at random, so that their order says nothing.
/// </summary>
/// <remarks>
/// <para>Shapes: <c>Nodes[node]</c>, <c>Segments[segment]</c> as two nodes, ways as runs of segments along one street line.</para>
/// <para>Source: own; the recipe and its figures are those of the measurements this project compares itself with.</para>
/// </remarks>
public sealed class BigTown
{
    /// <summary>How wide the town of three hundred thousand nodes is, in metres.</summary>
    public const double TownMetres = 15_000;

    /// <summary>How wide the town of three million nodes is, in metres.</summary>
    public const double ProvinceMetres = 47_000;

    /// <summary>How wide a town of ten thousand nodes is, in metres.</summary>
    public const double SmallMetres = 2_720;

    private BigTown(double sideMetres, Position[] nodes, (int From, int To)[] segments, int[][] ways)
    {
        SideMetres = sideMetres;
        Nodes = nodes;
        Segments = segments;
        Ways = ways;
    }

    /// <summary>How wide and how high it is.</summary>
    public double SideMetres { get; }

    /// <summary>Where each node is.</summary>
    public IReadOnlyList<Position> Nodes { get; }

    /// <summary>The two nodes of each segment.</summary>
    public IReadOnlyList<(int From, int To)> Segments { get; }

    /// <summary>The nodes of each way, in their order.</summary>
    public IReadOnlyList<int[]> Ways { get; }

    /// <summary>Makes a town.</summary>
    /// <param name="sideMetres">How wide and how high; the ground grows with it, not the distance between streets.</param>
    /// <param name="seed">What it is made from.</param>
    public static BigTown Make(double sideMetres, int seed = 1)
    {
        var lattice = new StreetLattice(sideMetres, seed);
        int[] numbers = Numbers(lattice.LargestPart(), seed);
        Position[] nodes = new Position[numbers.Count(static number => number >= 0)];
        for (int place = 0; place < numbers.Length; place++)
        {
            if (numbers[place] >= 0)
            {
                nodes[numbers[place]] = lattice.PositionOf(place);
            }
        }

        int[][] ways =
        [
            .. lattice
                .Runs()
                .Where(run => numbers[run[0]] >= 0)
                .Select(run => Array.ConvertAll(run, place => numbers[place])),
        ];
        new Random(seed).Shuffle(ways);
        (int From, int To)[] segments = [.. ways.SelectMany(way => way.Zip(way.Skip(1)))];
        return new BigTown(sideMetres, nodes, segments, ways);
    }

    /// <summary>The ways as a surveyor would deliver them.</summary>
    public IEnumerable<SurveyedWay> Survey(string source = "town")
    {
        Coordinate[] coordinates = [.. Nodes.Select(at => new Coordinate(at.Longitude, at.Latitude))];
        GeometryFactory factory = new(new PrecisionModel(), Position.Srid);
        for (int way = 0; way < Ways.Count; way++)
        {
            yield return new SurveyedWay
            {
                Id = way + 1,
                Source = source,
                Kind = WayKind.Residential,
                NodeIds = Array.ConvertAll(Ways[way], static node => node + 1L),
                Geom = factory.CreateLineString(Array.ConvertAll(Ways[way], node => coordinates[node])),
            };
        }
    }

    /// <summary>The number of each place in the largest part, in no order; -1 for the other places.</summary>
    private static int[] Numbers(bool[] isKept, int seed)
    {
        int[] shuffled = [.. Enumerable.Range(0, isKept.Count(static kept => kept))];
        new Random(seed).Shuffle(shuffled);
        int next = 0;
        return Array.ConvertAll(isKept, kept => kept ? shuffled[next++] : -1);
    }
}
