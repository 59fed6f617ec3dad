using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>Where the nodes and the pieces of a survey have gone in the network made of it.</summary>
/// <remarks>
/// <para>Found by the courses of the links alone. What lies at one place with something else – the landings of a lift, a path
/// drawn twice – has no place of its own, and is left out.</para>
/// </remarks>
public sealed class StreetPlaces
{
    private readonly SurveyedStreets _streets;
    private readonly WalkingNetwork _network;
    private readonly Dictionary<Position, (LinkId Link, int OffsetMm)> _vertices = [];
    private readonly Dictionary<(Position From, Position To), (LinkId Link, int OffsetMm)> _pieces = [];
    private readonly HashSet<(Position From, Position To)> _drawnTwice = [];
    private readonly Dictionary<Position, int> _nodesAt = [];

    /// <summary>Follows the courses of all links.</summary>
    public StreetPlaces(SurveyedStreets streets, WalkingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(streets);
        ArgumentNullException.ThrowIfNull(network);
        _streets = streets;
        _network = network;
        foreach (Position position in streets.Positions)
        {
            _nodesAt[position] = _nodesAt.GetValueOrDefault(position) + 1;
        }

        for (int link = 0; link < network.LinkCount; link++)
        {
            Follow(new LinkId(link));
        }
    }

    /// <summary>The place of a node; null where it has none of its own.</summary>
    public SnapPoint? OfNode(int node)
    {
        Position position = _streets.Positions[node];
        return _nodesAt[position] == 1 && _vertices.TryGetValue(position, out (LinkId Link, int OffsetMm) at)
            ? PlaceAt(at.Link, at.OffsetMm)
            : null;
    }

    /// <summary>The place so far along a segment; null where it has none of its own.</summary>
    public SnapPoint? OfPoint(int segment, int offsetMm)
    {
        StreetSegment piece = _streets.Segments[segment];
        (Position from, Position to) = (_streets.Positions[piece.From], _streets.Positions[piece.To]);
        if (_drawnTwice.Contains((from, to)) || _drawnTwice.Contains((to, from)))
        {
            return null;
        }

        bool isAlong = _pieces.TryGetValue((from, to), out (LinkId Link, int OffsetMm) along);
        bool isAgainst = _pieces.TryGetValue((to, from), out (LinkId Link, int OffsetMm) against);
        return (isAlong, isAgainst) switch
        {
            (true, false) => PlaceAt(along.Link, along.OffsetMm + offsetMm),
            (false, true) => PlaceAt(against.Link, against.OffsetMm + piece.LengthMm - offsetMm),
            _ => null,
        };
    }

    private SnapPoint PlaceAt(LinkId link, int offsetMm) =>
        new(link, offsetMm, 0, _network.PositionAt(link, offsetMm), _network.ZoneOf(link));

    private void Follow(LinkId link)
    {
        int lengthMm = _network.LengthMm(link);
        Position[] course = _network.CourseOf(new Stretch(link, 0, lengthMm));
        int[] offsetsMm = new int[course.Length];
        for (int i = 1; i < course.Length; i++)
        {
            offsetsMm[i] = offsetsMm[i - 1] + SurveyedStreets.LengthMm(course[i - 1], course[i]);
        }

        if (offsetsMm[^1] != lengthMm)
        {
            return; // two of its vertices lie at one place, and the course names it once
        }

        for (int i = 0; i < course.Length; i++)
        {
            _vertices.TryAdd(course[i], (link, offsetsMm[i]));
            if (i > 0 && !_pieces.TryAdd((course[i - 1], course[i]), (link, offsetsMm[i - 1])))
            {
                _drawnTwice.Add((course[i - 1], course[i]));
            }
        }
    }
}
