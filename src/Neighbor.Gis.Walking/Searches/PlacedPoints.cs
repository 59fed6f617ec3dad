using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>Things placed on a network – service points, responders – to be found from the links they are on. Frozen.</summary>
/// <remarks>
/// <para>Shapes: <c>firstOnLink[LinkCount + 1]</c> into the places, which are ordered by link, then by number; one bit for each node
/// at which a link with a place begins or ends.</para>
/// <para>A point is known by its number: its place in the list it was made from. Of two equally near, the lower comes first.</para>
/// </remarks>
public sealed class PlacedPoints
{
    private readonly int[] _firstOnLink;
    private readonly int[] _points;
    private readonly SnapPoint[] _places;
    private readonly Snapping.Snapped?[] _snaps;
    private readonly ulong[] _isBesidePlace;

    /// <summary>Places what is on the network; what is too far keeps its number, and is never found.</summary>
    public PlacedPoints(WalkingNetwork network, IReadOnlyList<Snapping> snaps)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(snaps);
        Network = network;
        _snaps = [.. snaps.Select(static snap => snap as Snapping.Snapped)];
        List<(SnapPoint At, int Point)> places = [];
        for (int point = 0; point < _snaps.Length; point++)
        {
            foreach (SnapPoint place in _snaps[point]?.ToArray() ?? [])
            {
                WalkingSearch.ThrowIfNotOn(network, place);
                places.Add((place, point));
            }
        }

        (SnapPoint At, int Point)[] ordered =
        [
            .. places.OrderBy(static place => place.At.Link.Value).ThenBy(static place => place.Point),
        ];
        _places = Array.ConvertAll(ordered, static place => place.At);
        _points = Array.ConvertAll(ordered, static place => place.Point);
        _firstOnLink = new int[network.LinkCount + 1];
        _isBesidePlace = new ulong[(network.NodeCount >> 6) + 1];
        foreach (SnapPoint place in _places)
        {
            _firstOnLink[place.Link.Value + 1]++;
            Mark(network.TailOf(place.Link).Value);
            Mark(network.HeadOf(place.Link).Value);
        }

        for (int link = 0; link < network.LinkCount; link++)
        {
            _firstOnLink[link + 1] += _firstOnLink[link];
        }

        void Mark(int node) => _isBesidePlace[node >> 6] |= 1UL << (node & 63);
    }

    /// <summary>How many points there are, those too far included.</summary>
    public int Count => _snaps.Length;

    /// <summary>How many are on the network.</summary>
    public int PlacedCount => _snaps.Count(static snap => snap is not null);

    /// <summary>The network they are on.</summary>
    public WalkingNetwork Network { get; }

    /// <summary>Where a point is, or null where it is too far from the network.</summary>
    public Snapping.Snapped? Find(int point) => _snaps[point];

    /// <summary>The places on a link, as first and end.</summary>
    internal (int First, int End) OnLink(int link) => (_firstOnLink[link], _firstOnLink[link + 1]);

    /// <summary>Whether a link that begins or ends at a node has a place on it.</summary>
    internal bool IsBesidePlace(int node) => (_isBesidePlace[node >> 6] & (1UL << (node & 63))) != 0;

    /// <summary>How many places they have together, in the order of their links.</summary>
    internal int PlaceCount => _places.Length;

    internal int PointOf(int place) => _points[place];

    internal ref readonly SnapPoint PlaceOf(int place) => ref _places[place];
}
