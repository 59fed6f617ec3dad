using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neighbor.Gis.Walking.Searches;

internal sealed partial class WalkFrontier
{
    /// <summary>
    /// Settles what is in the open bucket, and what falls into it meanwhile. The loop keeps in registers what the queue and the list of
    /// the settled would read from memory for every arc; before it calls anything that changes them, it puts them back.
    /// </summary>
    private void SettleOpenBucket()
    {
        WalkQueue queue = _queue;
        ref int firstArc = ref MemoryMarshal.GetArrayDataReference(_columns.FirstArc);
        ref ulong arcs = ref MemoryMarshal.GetArrayDataReference(_arcs);
        ref uint labels = ref MemoryMarshal.GetArrayDataReference(_labels);
        ref int firstIn = ref MemoryMarshal.GetArrayDataReference(queue.FirstIn);
        ref WalkQueue.Entry entries = ref MemoryMarshal.GetArrayDataReference(queue.Entries);
        int nodeCount = _columns.FirstArc.Length - 1;
        int bucket = queue.Bucket;
        int lastBucket = queue.LastBucket;
        int free = queue.Free;
        uint stamp = _stamp;
        int entry;
        while ((entry = Unsafe.Add(ref firstIn, bucket)) != WalkQueue.None)
        {
            ref WalkQueue.Entry popped = ref Unsafe.Add(ref entries, entry);
            int node = popped.State;
            int walkMs = popped.WalkMs;
            Unsafe.Add(ref firstIn, bucket) = popped.Next;
            popped.Next = free;
            free = entry;
            if (Unsafe.Add(ref labels, node) != (stamp | (uint)walkMs))
            {
                continue; // a shorter walk came later, and was queued for itself
            }

            AddSettled(node);
            bool isOnItsWay = node < nodeCount;
            int arc = isOnItsWay ? Unsafe.Add(ref firstArc, node) : 0;
            int end = isOnItsWay ? Unsafe.Add(ref firstArc, node + 1) : 0;
            int leftMs = LimitMs - walkMs;
            bool isQueueStale = !isOnItsWay;
            for (; arc < end; arc++)
            {
                ulong packed = Unsafe.Add(ref arcs, arc);
                int arcMs = (int)(packed >> 32);
                if (arcMs > leftMs)
                {
                    isQueueStale |= arcMs == PacedArcs.IsGate;
                    continue;
                }

                int head = (int)(packed & PacedArcs.HeadBits);
                int headMs = walkMs + arcMs;
                ref uint label = ref Unsafe.Add(ref labels, head);
                if ((stamp | (uint)headMs) >= label)
                {
                    continue;
                }

                label = stamp | (uint)headMs;
                if ((packed & PacedArcs.DeadEndBit) != 0)
                {
                    AddSettled(head); // there is nowhere to go on to from it
                    continue;
                }

                int headBucket = headMs >> WalkQueue.WidthBits;
                if ((free | (lastBucket - headBucket)) < 0) // no entry is free, or the bucket is beyond the last
                {
                    queue.Free = free;
                    queue.Push(head, headMs);
                    firstIn = ref MemoryMarshal.GetArrayDataReference(queue.FirstIn);
                    entries = ref MemoryMarshal.GetArrayDataReference(queue.Entries);
                    (lastBucket, free) = (queue.LastBucket, queue.Free);
                    continue;
                }

                CacheHint.ReadSoon(ref Unsafe.Add(ref arcs, Unsafe.Add(ref firstArc, head)));
                ref WalkQueue.Entry pushed = ref Unsafe.Add(ref entries, free);
                ref int first = ref Unsafe.Add(ref firstIn, headBucket);
                int next = pushed.Next;
                pushed.State = head;
                pushed.WalkMs = headMs;
                pushed.Next = first;
                first = free;
                free = next;
            }

            if (isQueueStale)
            {
                queue.Free = free;
                WalkOnWithGates(node, walkMs);
                firstIn = ref MemoryMarshal.GetArrayDataReference(queue.FirstIn);
                entries = ref MemoryMarshal.GetArrayDataReference(queue.Entries);
                (lastBucket, free) = (queue.LastBucket, queue.Free);
            }
        }

        queue.Free = free;
    }

    /// <summary>Walks on from a state by gates; and by links too, where the state is on another layer than the first.</summary>
    private void WalkOnWithGates(int state, int walkMs)
    {
        (int layer, int node) = Math.DivRem(state, _network.NodeCount);
        for (int arc = _columns.FirstArc[node]; arc < _columns.FirstArc[node + 1]; arc++)
        {
            ulong packed = _arcs[arc];
            int arcMs = (int)(packed >> 32);
            if (arcMs == PacedArcs.IsGate)
            {
                Pass((int)(uint)packed, node, layer, walkMs);
            }
            else if (layer > 0 && arcMs <= LimitMs - walkMs)
            {
                Reach(StateOf((int)(packed & PacedArcs.HeadBits), layer), walkMs + arcMs);
            }
        }
    }

    private void Pass(int gate, int node, int layer, int walkMs)
    {
        if (StateBehind(gate, node, layer) is var state and >= 0)
        {
            Reach(state, walkMs);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddSettled(int state)
    {
        int[] settled = _settled;
        int count = _settledCount;
        if ((uint)count < (uint)settled.Length)
        {
            settled[count] = state;
            _settledCount = count + 1;
        }
        else
        {
            AddSettledAndGrow(state);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddSettledAndGrow(int state)
    {
        Array.Resize(ref _settled, 2 * _settledCount);
        _settled[_settledCount++] = state;
    }
}
