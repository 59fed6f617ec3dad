using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Distances;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>A survey as it came, for oracles: every vertex of a way a node, every piece between two of them a segment.</summary>
/// <remarks><para>Shapes: <c>Positions[node]</c>; nodes in the order in which the ways name them.</para></remarks>
public sealed class SurveyedStreets
{
    private const double MillimetresPerMetre = 1000;

    private readonly List<Position> _positions = [];
    private readonly List<StreetSegment> _segments = [];

    /// <summary>Takes the ways to pieces.</summary>
    public SurveyedStreets(IEnumerable<SurveyedWay> ways)
    {
        ArgumentNullException.ThrowIfNull(ways);
        Dictionary<long, int> numbers = [];
        foreach (SurveyedWay way in ways)
        {
            int before = -1;
            for (int i = 0; i < way.NodeIds.Count; i++)
            {
                if (!numbers.TryGetValue(way.NodeIds[i], out int node))
                {
                    node = _positions.Count;
                    numbers.Add(way.NodeIds[i], node);
                    _positions.Add(new Position(way.Geom.GetCoordinateN(i).X, way.Geom.GetCoordinateN(i).Y));
                }

                if (before >= 0 && before != node)
                {
                    _segments.Add(new StreetSegment(before, node, LengthMm(_positions[before], _positions[node]), way));
                }

                before = node;
            }
        }
    }

    /// <summary>Where each node is.</summary>
    public IReadOnlyList<Position> Positions => _positions;

    /// <summary>The pieces of all ways.</summary>
    public IReadOnlyList<StreetSegment> Segments => _segments;

    /// <summary>As the survey's rule is: rounded for each piece, and never nothing.</summary>
    internal static int LengthMm(Position one, Position other) =>
        Math.Max(1, (int)Math.Round(Geodesic.Metres(one, other) * MillimetresPerMetre, MidpointRounding.AwayFromZero));
}
