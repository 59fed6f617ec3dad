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

    public int[] FirstIn { get; private set; } = NewBuckets(256);

    public Entry[] Entries { get; private set; } = [];

    /// <summary>The first entry not in use, or -1.</summary>
    public int Free { get; set; } = None;

    /// <summary>The bucket that is open.</summary>
    public int Bucket { get; set; }

    /// <summary>The last bucket that may have something in it.</summary>
    public int LastBucket { get; set; } = None;

    /// <summary>Everything that waits is at least so far.</summary>
    public int BucketStartMs => Bucket << WidthBits;

    /// <summary>Empties it; what a search that stopped early left behind is free again.</summary>
    public void Clear()
    {
        for (int bucket = Bucket; bucket <= LastBucket; bucket++)
        {
            while (FirstIn[bucket] is var entry && entry != None)
            {
                FirstIn[bucket] = Entries[entry].Next;
                Entries[entry].Next = Free;
                Free = entry;
            }
        }

        Bucket = 0;
        LastBucket = None;
    }

    /// <summary>Begins in a later bucket; nothing may be nearer.</summary>
    public void StartAt(int walkMs) => Bucket = walkMs >> WidthBits;

    /// <summary>Puts a state in, and grows if need be. The loops of the searches do the same by themselves where nothing grows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Push(int state, int walkMs)
    {
        int bucket = walkMs >> WidthBits;
        if (bucket > LastBucket)
        {
            ReachTo(bucket);
        }

        if (Free == None)
        {
            GrowEntries();
        }

        int entry = Free;
        ref Entry pushed = ref Entries[entry];
        Free = pushed.Next;
        pushed.State = state;
        pushed.WalkMs = walkMs;
        pushed.Next = FirstIn[bucket];
        FirstIn[bucket] = entry;
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

    private void GrowEntries()
    {
        int used = Entries.Length;
        Entry[] grown = new Entry[Math.Max(1024, 2 * used)];
        Entries.CopyTo(grown, 0);
        for (int entry = grown.Length - 1; entry >= used; entry--)
        {
            grown[entry].Next = Free;
            Free = entry;
        }

        Entries = grown;
    }

    private static int[] NewBuckets(int count)
    {
        int[] buckets = new int[count];
        Array.Fill(buckets, None);
        return buckets;
    }

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
