using System.Runtime.InteropServices;

namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Takes the objects of a file in any order and freezes them.</summary>
/// <remarks>
/// <para>Of objects with one id the last one read counts: that is how a file with an update appended is meant.</para>
/// <para>Cost: one pass for a file sorted by id, as nearly all are; else a sort.</para>
/// </remarks>
internal sealed class OsmObjectsBuilder
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly List<string> _tagTexts = [];

    private readonly List<long> _nodeIds = [];
    private readonly List<int> _lonE7 = [];
    private readonly List<int> _latE7 = [];
    private readonly List<int> _taggedNodes = [];
    private readonly List<(int First, int Count)> _nodeTags = [];

    private readonly List<long> _wayIds = [];
    private readonly List<int> _firstRef = [0];
    private readonly List<long> _refs = [];
    private readonly List<(int First, int Count)> _wayTags = [];

    private readonly SortedDictionary<long, (OsmMember[] Members, int First, int Count)> _relations = [];
    private long _relationsRead;

    /// <summary>Nodes without a place on the globe, which were not taken.</summary>
    public long Unplaced { get; private set; }

    /// <summary>The one copy of a text.</summary>
    public string Text(string text)
    {
        ref string? kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, text, out _);
        return kept ??= text;
    }

    /// <summary>Adds a tag to the object that is added next.</summary>
    public void Tag(string key, string value)
    {
        _tagTexts.Add(key);
        _tagTexts.Add(value);
        _pendingTags++;
    }

    private int _pendingTags;

    /// <summary>Adds a reference to the way that is added next.</summary>
    public void Ref(long nodeId) => _refs.Add(nodeId);

    /// <summary>Adds a node with its coordinates in nanodegrees.</summary>
    public void Node(long id, long lonNano, long latNano)
    {
        (int First, int Count) tags = TakeTags();
        if (Math.Abs(lonNano) > 180_000_000_000 || Math.Abs(latNano) > 90_000_000_000)
        {
            Unplaced++;
            return;
        }

        if (tags.Count > 0)
        {
            _taggedNodes.Add(_nodeIds.Count);
            _nodeTags.Add(tags);
        }

        _nodeIds.Add(id);
        _lonE7.Add(ToE7(lonNano));
        _latE7.Add(ToE7(latNano));
    }

    /// <summary>Adds a way of the references given before.</summary>
    public void Way(long id)
    {
        _wayIds.Add(id);
        _wayTags.Add(TakeTags());
        _firstRef.Add(_refs.Count);
    }

    /// <summary>Adds a relation with its ways.</summary>
    public void Relation(long id, IReadOnlyCollection<OsmMember> members)
    {
        (int first, int count) = TakeTags();
        _relations[id] = ([.. members], first, count);
        _relationsRead++;
    }

    /// <summary>Forgets the tags and references of an object that is not to be kept.</summary>
    public void Discard()
    {
        TakeTags();
        _refs.RemoveRange(_firstRef[^1], _refs.Count - _firstRef[^1]);
    }

    /// <summary>Freezes what was added.</summary>
    public OsmObjects Build()
    {
        string[] texts = [.. _tagTexts];
        OsmTags[] nodeTags = _nodeTags.ConvertAll(t => new OsmTags(texts, t.First, t.Count)).ToArray();
        OsmTags[] wayTags = _wayTags.ConvertAll(t => new OsmTags(texts, t.First, t.Count)).ToArray();
        OsmRelation[] relations =
        [
            .. _relations.Select(r => new OsmRelation(
                r.Key,
                r.Value.Members,
                new OsmTags(texts, r.Value.First, r.Value.Count)
            )),
        ];

        var read = new ObjectCounts(_nodeIds.Count + Unplaced, _wayIds.Count, _relationsRead);
        (int[] taggedNodes, nodeTags) = SortNodes(nodeTags);
        return new OsmObjects(
            ([.. _nodeIds], [.. _lonE7], [.. _latE7]),
            (taggedNodes, nodeTags),
            SortWays(wayTags),
            relations,
            read
        );
    }

    private (int First, int Count) TakeTags()
    {
        int count = _pendingTags;
        _pendingTags = 0;
        return (_tagTexts.Count - (2 * count), count);
    }

    private static int ToE7(long nano) => (int)Math.Round(nano / 100.0, MidpointRounding.AwayFromZero);

    private (int[] Tagged, OsmTags[] Tags) SortNodes(OsmTags[] nodeTags)
    {
        if (IsAscending(_nodeIds))
        {
            return ([.. _taggedNodes], nodeTags);
        }

        int[] order = OrderOf(_nodeIds);
        var tagsOf = new Dictionary<int, OsmTags>(_taggedNodes.Count);
        for (int i = 0; i < _taggedNodes.Count; i++)
        {
            tagsOf[_taggedNodes[i]] = nodeTags[i];
        }

        var tagged = new List<int>();
        var tags = new List<OsmTags>();
        for (int i = 0; i < order.Length; i++)
        {
            if (tagsOf.TryGetValue(order[i], out OsmTags found))
            {
                tagged.Add(i);
                tags.Add(found);
            }
        }

        Reorder(_nodeIds, order);
        Reorder(_lonE7, order);
        Reorder(_latE7, order);
        return ([.. tagged], [.. tags]);
    }

    private (long[] Ids, int[] FirstRef, long[] Refs, OsmTags[] Tags) SortWays(OsmTags[] wayTags)
    {
        if (IsAscending(_wayIds))
        {
            return ([.. _wayIds], [.. _firstRef], [.. _refs], wayTags);
        }

        int[] order = OrderOf(_wayIds);
        var firstRef = new List<int>(order.Length + 1) { 0 };
        var refs = new List<long>(_refs.Count);
        foreach (int way in order)
        {
            refs.AddRange(CollectionsMarshal.AsSpan(_refs)[_firstRef[way].._firstRef[way + 1]]);
            firstRef.Add(refs.Count);
        }

        return (
            Array.ConvertAll(order, w => _wayIds[w]),
            [.. firstRef],
            [.. refs],
            Array.ConvertAll(order, w => wayTags[w])
        );
    }

    private static bool IsAscending(List<long> ids)
    {
        for (int i = 1; i < ids.Count; i++)
        {
            if (ids[i - 1] >= ids[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Places in ascending order of id; of equal ids the last place only.</summary>
    private static int[] OrderOf(List<long> ids)
    {
        int[] places = new int[ids.Count];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Array.Sort(places, (a, b) => ids[a].CompareTo(ids[b]) is int byId && byId != 0 ? byId : a.CompareTo(b));
        return places.Where((place, i) => i + 1 == places.Length || ids[places[i + 1]] != ids[place]).ToArray();
    }

    private static void Reorder<T>(List<T> column, int[] order)
    {
        T[] sorted = Array.ConvertAll(order, place => column[place]);
        column.Clear();
        column.AddRange(sorted);
    }
}
