using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Benchmarks.Towns;

/// <summary>The survey as it came: every vertex a node, in the order of nobody; what the peers walk on.</summary>
/// <remarks>
/// <para>Shapes: <c>firstArc[NodeCount + 1]</c> into <c>heads</c> and <c>lengthsMm</c>; both directions of each segment.</para>
/// </remarks>
internal sealed class RawStreets
{
    private const double MillimetresPerMetre = 1000;

    /// <summary>Reads ways that can be walked both ways by anybody.</summary>
    public RawStreets(IReadOnlyList<SurveyedWay> ways)
    {
        Dictionary<long, int> numbers = [];
        List<Position> positions = [];
        List<(int From, int To, int LengthMm)> segments = [];
        foreach (SurveyedWay way in ways)
        {
            int before = -1;
            for (int i = 0; i < way.NodeIds.Count; i++)
            {
                if (!numbers.TryGetValue(way.NodeIds[i], out int node))
                {
                    node = positions.Count;
                    numbers.Add(way.NodeIds[i], node);
                    positions.Add(new Position(way.Geom.GetCoordinateN(i).X, way.Geom.GetCoordinateN(i).Y));
                }

                if (before >= 0 && before != node)
                {
                    segments.Add((before, node, LengthMm(positions[before], positions[node])));
                }

                before = node;
            }
        }

        Positions = [.. positions];
        Segments = [.. segments];
        FirstArc = new int[positions.Count + 1];
        Heads = new int[2 * segments.Count];
        LengthsMm = new int[2 * segments.Count];
        FillArcs();
    }

    public Position[] Positions { get; }

    public (int From, int To, int LengthMm)[] Segments { get; }

    public int[] FirstArc { get; }

    public int[] Heads { get; }

    public int[] LengthsMm { get; }

    public int NodeCount => Positions.Length;

    /// <summary>Whether a segment joins two nodes.</summary>
    public bool AreJoined(int one, int other) =>
        Heads.AsSpan(FirstArc[one], FirstArc[one + 1] - FirstArc[one]).Contains(other);

    private static int LengthMm(Position a, Position b) =>
        (int)Math.Round(Geodesic.Metres(a, b) * MillimetresPerMetre, MidpointRounding.AwayFromZero);

    private void FillArcs()
    {
        foreach ((int from, int to, _) in Segments)
        {
            FirstArc[from + 1]++;
            FirstArc[to + 1]++;
        }

        for (int node = 0; node < NodeCount; node++)
        {
            FirstArc[node + 1] += FirstArc[node];
        }

        int[] next = FirstArc[..^1];
        foreach ((int from, int to, int lengthMm) in Segments)
        {
            Heads[next[from]] = to;
            LengthsMm[next[from]++] = lengthMm;
            Heads[next[to]] = from;
            LengthsMm[next[to]++] = lengthMm;
        }
    }
}
