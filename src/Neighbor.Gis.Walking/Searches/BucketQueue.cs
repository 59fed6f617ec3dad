namespace Neighbor.Gis.Walking.Searches;

/// <summary>What waits to be settled, in buckets of some eight seconds: the nearest bucket first, inside it in any order.</summary>
/// <remarks>
/// <para>
/// Source: Dial, "Algorithm 360: Shortest-path forest with topological ordering", CACM 12 (1969), with buckets wider than
/// one; whoever uses it must accept that a label improves while its bucket is open.
/// </para>
/// <para>Cost: O(1) a step; no allocation once warm.</para>
/// </remarks>
internal sealed class BucketQueue
{
    /// <summary>A bucket is 2¹³ ms wide: about one short link, as measured best.</summary>
    private const int WidthBits = 13;

    private const int None = -1;

    private int[] _firstIn = NewBuckets(256);
    private Entry[] _entries = new Entry[1024];
    private int _used;
    private int _free = None;
    private int _bucket;
    private int _lastBucket = None;

    /// <summary>Everything that waits is at least so far.</summary>
    public int BucketStartMs => _bucket << WidthBits;

    public void Clear()
    {
        for (int bucket = _bucket; bucket <= _lastBucket; bucket++)
        {
            _firstIn[bucket] = None;
        }

        _used = 0;
        _free = None;
        _bucket = 0;
        _lastBucket = None;
    }

    public void Push(int state, int walkMs)
    {
        int bucket = walkMs >> WidthBits;
        if (bucket > _lastBucket)
        {
            _lastBucket = bucket;
            if (bucket >= _firstIn.Length)
            {
                GrowBuckets(bucket);
            }
        }

        int entry = _free;
        if (entry != None)
        {
            _free = _entries[entry].Next;
        }
        else
        {
            entry = _used++;
            if (entry == _entries.Length)
            {
                Array.Resize(ref _entries, 2 * entry);
            }
        }

        _entries[entry] = new Entry(state, walkMs, _firstIn[bucket]);
        _firstIn[bucket] = entry;
    }

    /// <summary>Goes on to the next bucket with something in it; false where nothing waits any more.</summary>
    public bool OpenBucket()
    {
        while (_bucket <= _lastBucket)
        {
            if (_firstIn[_bucket] != None)
            {
                return true;
            }

            _bucket++;
        }

        return false;
    }

    /// <summary>Takes one entry out of the open bucket; false where it is empty.</summary>
    public bool TryPop(out int state, out int walkMs)
    {
        int entry = _bucket <= _lastBucket ? _firstIn[_bucket] : None;
        if (entry == None)
        {
            state = None;
            walkMs = 0;
            return false;
        }

        ref Entry popped = ref _entries[entry];
        state = popped.State;
        walkMs = popped.WalkMs;
        _firstIn[_bucket] = popped.Next;
        popped = new Entry(None, 0, _free);
        _free = entry;
        return true;
    }

    private static int[] NewBuckets(int count)
    {
        int[] buckets = new int[count];
        Array.Fill(buckets, None);
        return buckets;
    }

    private void GrowBuckets(int bucket)
    {
        int[] grown = NewBuckets(Math.Max(bucket + 1, 2 * _firstIn.Length));
        _firstIn.CopyTo(grown, 0);
        _firstIn = grown;
    }

    private readonly record struct Entry(int State, int WalkMs, int Next);
}
