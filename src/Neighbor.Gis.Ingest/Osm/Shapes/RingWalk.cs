using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Shapes;

/// <summary>Joins pieces of line, in any order and direction, into closed rings that visit no place twice.</summary>
/// <remarks>
/// <para>Pieces join where their places are equal, whatever the nodes are called. A stretch drawn twice cancels itself
/// (two inner rings along one line; a spike out and back). Where rings touch, the walk turns as sharply to one side as it
/// can, so that rings touch and never cross; a place met again closes off a ring of its own.</para>
/// <para>Units: places are packed 1e-7 degrees. Cost: linear but for places where many rings touch. One use.</para>
/// </remarks>
internal sealed class RingWalk
{
    private readonly Dictionary<(long, long), int> _placeOfSegment = [];
    private readonly List<(long From, long To, bool IsInner)> _segments = [];
    private readonly Dictionary<long, List<int>> _segmentsAt = [];
    private readonly List<Ring> _rings = [];
    private bool[] _used = [];

    /// <summary>How many stretches belong to no ring.</summary>
    public int Leftover { get; private set; }

    /// <summary>One long for a place.</summary>
    public static long Pack(int lonE7, int latE7) => ((long)lonE7 << 32) | (uint)latE7;

    /// <summary>Adds a piece of line.</summary>
    public void Add(ReadOnlySpan<long> places, bool isInner)
    {
        for (int i = 1; i < places.Length; i++)
        {
            if (places[i - 1] != places[i])
            {
                Toggle(places[i - 1], places[i], isInner);
            }
        }
    }

    /// <summary>Walks every ring there is.</summary>
    public IReadOnlyList<Ring> Walk(GeometryFactory geometry)
    {
        _segments.RemoveAll(s => s.From == s.To);
        for (int i = 0; i < _segments.Count; i++)
        {
            At(_segments[i].From).Add(i);
            At(_segments[i].To).Add(i);
        }

        _used = new bool[_segments.Count];
        for (int i = 0; i < _segments.Count; i++)
        {
            if (!_used[i])
            {
                WalkFrom(i, geometry);
            }
        }

        return _rings;
    }

    private void Toggle(long from, long to, bool isInner)
    {
        (long, long) key = from < to ? (from, to) : (to, from);
        if (_placeOfSegment.Remove(key, out int place))
        {
            _segments[place] = (0, 0, false); // taken back; swept out before the walk
        }
        else
        {
            _placeOfSegment[key] = _segments.Count;
            _segments.Add((from, to, isInner));
        }
    }

    private List<int> At(long place)
    {
        ref List<int>? list = ref CollectionsMarshal.GetValueRefOrAddDefault(_segmentsAt, place, out _);
        return list ??= new List<int>(2);
    }

    private void WalkFrom(int first, GeometryFactory geometry)
    {
        var path = new List<(long Place, int By)> { (_segments[first].From, -1) };
        var at = new Dictionary<long, int> { [_segments[first].From] = 0 };
        int next = first;
        while (true)
        {
            if (next >= 0)
            {
                _used[next] = true;
                long place = Other(next, path[^1].Place);
                if (at.TryGetValue(place, out int start))
                {
                    Close(path, at, start, next, geometry);
                }
                else
                {
                    at[place] = path.Count;
                    path.Add((place, next));
                }
            }
            else if (path.Count > 1)
            {
                Leftover++; // a dead end: give this stretch up and look for another way from before it
                at.Remove(path[^1].Place);
                path.RemoveAt(path.Count - 1);
            }
            else
            {
                return;
            }

            next = Next(path);
        }
    }

    private void Close(
        List<(long Place, int By)> path,
        Dictionary<long, int> at,
        int start,
        int closing,
        GeometryFactory geometry
    )
    {
        bool isInner = _segments[closing].IsInner;
        var line = new List<Coordinate>();
        for (int i = start; i < path.Count; i++)
        {
            line.Add(Unpack(path[i].Place));
            isInner &= i == start || _segments[path[i].By].IsInner;
        }

        line.Add(line[0].Copy());
        _rings.Add(new Ring(geometry.CreateLinearRing([.. line]), isInner));
        for (int i = path.Count - 1; i > start; i--)
        {
            at.Remove(path[i].Place);
            path.RemoveAt(i);
        }
    }

    private int Next(List<(long Place, int By)> path)
    {
        (long here, int by) = path[^1];
        int best = -1;
        double sharpest = double.MaxValue;
        double back = by < 0 ? 0 : Angle(here, Other(by, here));
        foreach (int segment in _segmentsAt[here])
        {
            if (_used[segment])
            {
                continue;
            }

            double turn = Angle(here, Other(segment, here)) - back;
            turn = turn <= 0 ? turn + (2 * Math.PI) : turn;
            if (turn < sharpest)
            {
                (best, sharpest) = (segment, turn);
            }
        }

        return best;
    }

    private long Other(int segment, long place)
    {
        (long from, long to, _) = _segments[segment];
        return from == place ? to : from;
    }

    private static double Angle(long from, long to) =>
        Math.Atan2((double)(int)to - (int)from, (double)(to >> 32) - (from >> 32));

    private static Coordinate Unpack(long place) => new((place >> 32) / 1e7, (int)place / 1e7);
}
