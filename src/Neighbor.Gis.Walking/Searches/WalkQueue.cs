using System.Runtime.CompilerServices;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>What waits to be settled, in buckets of some eight seconds: the nearest bucket first, inside it in any order.</summary>
/// <remarks>
/// <para>
/// Source: Dial, "Algorithm 360: Shortest-path forest with topological ordering", CACM 12 (1969), with buckets wider than
/// one; whoever uses it must accept that a label improves while its bucket is open.
/// </para>
/// <para>Shapes: <c>FirstIn[bucket]</c> is its first entry or -1; entries not in use are chained from <c>Free</c>. The fields are
/// open to the loops of the searches, which would be a third slower behind properties.</para>
/// <para>Cost: O(1) a step; no allocation once warm.</para>
/// </remarks>
internal sealed class WalkQueue
{
    /// <summary>A bucket is 2¹³ ms wide: about one short link, as measured best.</summary>
    public const int WidthBits = 13;

    public const int None = -1;

    private int _used;

    public int[] FirstIn { get; private set; } = NewBuckets(256);

    public Entry[] Entries { get; private set; } = new Entry[1024];

    /// <summary>The first entry not in use, or -1.</summary>
    public int Free { get; set; } = None;

    /// <summary>The bucket that is open.</summary>
    public int Bucket { get; set; }

    /// <summary>The last bucket that may have something in it.</summary>
    public int LastBucket { get; set; } = None;

    /// <summary>Everything that waits is at least so far.</summary>
    public int BucketStartMs => Bucket << WidthBits;

    public void Clear()
    {
        for (int bucket = Bucket; bucket <= LastBucket; bucket++)
        {
            FirstIn[bucket] = None;
        }

        _used = 0;
        Free = None;
        Bucket = 0;
        LastBucket = None;
    }

    /// <summary>Begins in a later bucket; nothing may be nearer.</summary>
    public void StartAt(int walkMs) => Bucket = walkMs >> WidthBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(int state, int walkMs)
    {
        int bucket = walkMs >> WidthBits;
        if (bucket > LastBucket)
        {
            ReachTo(bucket);
        }

        int entry = Free;
        if (entry == None)
        {
            entry = NewEntry();
        }
        else
        {
            Free = Entries[entry].Next;
        }

        ref int first = ref FirstIn[bucket];
        ref Entry pushed = ref Entries[entry];
        pushed.State = state;
        pushed.WalkMs = walkMs;
        pushed.Next = first;
        first = entry;
    }

    /// <summary>Takes the first entry out of the open bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pop(int entry, out int state, out int walkMs)
    {
        ref Entry popped = ref Entries[entry];
        state = popped.State;
        walkMs = popped.WalkMs;
        FirstIn[Bucket] = popped.Next;
        popped.Next = Free;
        Free = entry;
    }

    /// <summary>Goes on to the next bucket with something in it; false where nothing waits any more.</summary>
    public bool OpenBucket()
    {
        while (Bucket <= LastBucket)
        {
            if (FirstIn[Bucket] != None)
            {
                return true;
            }

            Bucket++;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NewEntry()
    {
        if (_used == Entries.Length)
        {
            Entry[] grown = new Entry[2 * _used];
            Entries.CopyTo(grown, 0);
            Entries = grown;
        }

        return _used++;
    }

    private static int[] NewBuckets(int count)
    {
        int[] buckets = new int[count];
        Array.Fill(buckets, None);
        return buckets;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReachTo(int bucket)
    {
        LastBucket = bucket;
        if (bucket >= FirstIn.Length)
        {
            int[] grown = NewBuckets(Math.Max(bucket + 1, 2 * FirstIn.Length));
            FirstIn.CopyTo(grown, 0);
            FirstIn = grown;
        }
    }

    /// <summary>A state that waits, and what it waited with: a nearer one may have come since.</summary>
    internal struct Entry
    {
        public int State;
        public int WalkMs;
        public int Next;
    }
}
