using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Networks;

/// <summary>The zones of a network and how they nest.</summary>
/// <remarks>
/// <para>
/// Zone 0 is the open street. Then come the outlines given, by code, then connected private ways without an outline.
/// A zone counts for walking only if a gate of it can hold somebody back; the others are seen through.
/// </para>
/// <para>Invariant: an ancestor of a zone that counts may be one that does not; <c>WalkingZone</c> skips those.</para>
/// </remarks>
internal sealed class ZoneTree
{
    private readonly Dictionary<string, int> _byCode = [];
    private readonly PackedRTree _boxes;
    private readonly int[] _parents;
    private readonly int[] _sizeRanks;
    private readonly bool[] _counts;

    internal ZoneTree(string[] codes, Geometry?[] outlines, bool[] isWalled, int[] parents, bool[]? counts = null)
    {
        Codes = codes;
        Outlines = outlines;
        IsWalled = isWalled;
        _parents = parents;
        _counts = counts is null ? new bool[codes.Length] : [.. counts];
        _counts[0] = true;

        PackedRTreeBuilder boxes = new(codes.Length);
        double[] areas = new double[codes.Length];
        _sizeRanks = new int[codes.Length];
        for (int zone = 0; zone < codes.Length; zone++)
        {
            areas[zone] = outlines[zone]?.Area ?? 0;
            _byCode.Add(codes[zone], zone);
            if (outlines[zone] is { } outline)
            {
                boxes.Add(Box.Of(outline));
            }
        }

        _boxes = boxes.Build();
        int[] order = [.. Enumerable.Range(0, codes.Length).OrderBy(zone => areas[zone]).ThenBy(static zone => zone)];
        for (int rank = 0; rank < order.Length; rank++)
        {
            _sizeRanks[order[rank]] = rank;
        }
    }

    public int Count => Codes.Length;

    public string[] Codes { get; }

    public Geometry?[] Outlines { get; }

    public bool[] IsWalled { get; }

    public int ParentOf(int zone) => _parents[zone];

    /// <summary>Whether it is connected private ways without an outline of their own.</summary>
    public bool IsPrivateWays(int zone) => zone > 0 && Outlines[zone] is null;

    /// <summary>The zone itself or the first around it that can hold somebody back.</summary>
    public int WalkingZone(int zone)
    {
        while (!_counts[zone])
        {
            zone = _parents[zone];
        }

        return zone;
    }

    /// <summary>How many zones that can hold somebody back lie around it, itself included.</summary>
    public int DepthOf(int zone)
    {
        int depth = 0;
        for (int at = WalkingZone(zone); at != 0; at = WalkingZone(_parents[at]))
        {
            depth++;
        }

        return depth;
    }

    /// <summary>The zone itself or the first around it that has an outline.</summary>
    public int OutlinedZone(int zone) => IsPrivateWays(zone) ? _parents[zone] : zone;

    public bool IsInside(int zone, int outer)
    {
        while (zone != outer && zone != 0)
        {
            zone = _parents[zone];
        }

        return zone == outer;
    }

    /// <summary>The smallest zone around both.</summary>
    public int Around(int one, int other)
    {
        while (!IsInside(other, one))
        {
            one = _parents[one];
        }

        return one;
    }

    /// <summary>The smallest outlined zone a position lies strictly inside; 0 for none.</summary>
    public int At(Position position, List<int> scratch)
    {
        scratch.Clear();
        _boxes.SearchInto(Box.At(position), scratch);
        int smallest = 0;
        Coordinate? place = null;
        foreach (int box in scratch)
        {
            int zone = box + 1; // outlined zones are 1, 2, 3 and so on
            if (smallest != 0 && _sizeRanks[zone] >= _sizeRanks[smallest])
            {
                continue;
            }

            place ??= new Coordinate(position.Longitude, position.Latitude);
            if (SimplePointInAreaLocator.Locate(place, Outlines[zone]) == Location.Interior)
            {
                smallest = zone;
            }
        }

        return smallest;
    }

    /// <summary>All outlined zones a position lies strictly inside.</summary>
    public IEnumerable<int> AllAt(Position position)
    {
        Coordinate place = new(position.Longitude, position.Latitude);
        return _boxes
            .Search(Box.At(position))
            .Select(static box => box + 1)
            .Where(zone => SimplePointInAreaLocator.Locate(place, Outlines[zone]) == Location.Interior);
    }

    /// <summary>The zone of a code, or null.</summary>
    public int? Find(string code) => code.Length > 0 && _byCode.TryGetValue(code, out int zone) ? zone : null;

    /// <summary>The same tree, where only the zones named count for walking.</summary>
    internal ZoneTree Counting(bool[] counts) => new(Codes, Outlines, IsWalled, _parents, counts);

    /// <summary>The same tree with more zones after its own.</summary>
    internal ZoneTree With(IReadOnlyList<(string Code, int Parent)> privateWays) =>
        new(
            [.. Codes, .. privateWays.Select(static zone => zone.Code)],
            [.. Outlines, .. Enumerable.Repeat<Geometry?>(null, privateWays.Count)],
            [.. IsWalled, .. Enumerable.Repeat(false, privateWays.Count)],
            [.. _parents, .. privateWays.Select(static zone => zone.Parent)]
        );
}
