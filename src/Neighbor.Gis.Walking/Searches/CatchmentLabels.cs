using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Searches;

/// <summary>The labels of a catchment: for each state the nearest source and the walk from it, spread block by block.</summary>
/// <remarks>
/// <para>
/// A label is the walk in milliseconds above the number of the source, so that the smaller of two labels is the nearer, and of two
/// equally near the one with the lower number. The smallest labels that agree with all arcs are the answer, whoever finds them
/// in whatever order: that is what lets blocks be worked on one at a time, or several at once.
/// </para>
/// <para>
/// A block is 8,192 neighbouring nodes, which with their arcs fit into a core's cache. Waves of all sources are walked through one block until
/// nothing in it is nearer than the end of the phase, before the next; what crosses into another block waits there. Phases of
/// 1,000 s keep a block from being walked through by the wrong source first, and again by the right one.
/// </para>
/// <para>Source: own; delta-stepping (Meyer and Sanders, 2003) over blocks in place of nodes. Cost: O(arcs within the limit) and a
/// pass over the labels; no allocation once warm on one core.</para>
/// </remarks>
internal sealed class CatchmentLabels
{
    public const ulong Unreached = ulong.MaxValue;

    private const int BlockBits = 13;
    private const int PhaseMs = 1_000_000;

    private readonly WalkingNetwork _network;
    private readonly NetworkColumns _columns;
    private readonly WalkFrontier _frontier;
    private readonly ulong[] _labels;
    private readonly CatchmentBlock[] _blocks;
    private readonly List<WalkQueue> _queues = [new WalkQueue()];
    private readonly Lock _gate = new();
    private ulong[] _arcs = [];
    private int _limitMs;

    /// <summary>Labels for a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="frontier">Knows pace, limit, direction and overlay of a search, and who passes which gate.</param>
    public CatchmentLabels(WalkingNetwork network, WalkFrontier frontier)
    {
        _network = network;
        _columns = network.Columns;
        _frontier = frontier;
        _labels = new ulong[network.NodeCount * network.LayerCount];
        _blocks = new CatchmentBlock[(network.NodeCount >> BlockBits) + 1];
        for (int block = 0; block < _blocks.Length; block++)
        {
            _blocks[block] = new CatchmentBlock();
        }
    }

    /// <summary>Forgets the last search, and begins one as the frontier has begun it.</summary>
    public void Begin()
    {
        Array.Fill(_labels, Unreached);
        foreach (CatchmentBlock block in _blocks)
        {
            block.Clear();
        }

        _arcs = _frontier.Arcs;
        _limitMs = _frontier.LimitMs;
    }

    /// <summary>Begins at a state.</summary>
    public void AddSeed(int state, int walkMs, int source) =>
        _blocks[_frontier.NodeOf(state) >> BlockBits].Send(state, ((ulong)(uint)walkMs << 32) | (uint)source);

    /// <summary>Spreads all seeds.</summary>
    /// <param name="cores">On how many threads at most.</param>
    /// <param name="cancellationToken">Stops it between blocks.</param>
    public void Spread(int cores, CancellationToken cancellationToken)
    {
        int workers = Math.Clamp(cores, 1, _blocks.Length);
        while (_queues.Count < workers)
        {
            _queues.Add(new WalkQueue());
        }

        while (NearestWaitingMs() is var nearestMs && nearestMs != int.MaxValue)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int endMs = nearestMs > int.MaxValue - PhaseMs ? int.MaxValue : nearestMs + PhaseMs;
            if (workers == 1)
            {
                Work(_queues[0], endMs, cancellationToken);
            }
            else
            {
                WorkTogether(workers, endMs, cancellationToken);
            }
        }
    }

    private void WorkTogether(int workers, int endMs, CancellationToken cancellationToken) =>
        Parallel.For(
            0,
            workers,
            new ParallelOptions { MaxDegreeOfParallelism = workers },
            worker => Work(_queues[worker], endMs, cancellationToken)
        );

    /// <summary>The smallest label of a node on any layer.</summary>
    public ulong BestOf(int node)
    {
        ulong best = _labels[node];
        if (_columns.NodeDepths[node] > 0)
        {
            for (int state = node + _network.NodeCount; state < _labels.Length; state += _network.NodeCount)
            {
                best = Math.Min(best, _labels[state]);
            }
        }

        return best;
    }

    private int NearestWaitingMs()
    {
        int nearestMs = int.MaxValue;
        foreach (CatchmentBlock block in _blocks)
        {
            nearestMs = Math.Min(nearestMs, block.NearestMs);
        }

        return nearestMs;
    }

    /// <summary>Works on blocks until none has anything nearer than the end of the phase, or others work on all that have.</summary>
    private void Work(WalkQueue queue, int endMs, CancellationToken cancellationToken)
    {
        int block = -1;
        while ((block = TakeBlock(block, endMs)) >= 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _blocks[block].Take();
            SpreadBlock(block, queue, endMs);
        }
    }

    /// <summary>Gives a block back and takes the next one on the ground; -1 where there is none.</summary>
    private int TakeBlock(int last, int endMs)
    {
        lock (_gate)
        {
            if (last >= 0)
            {
                _blocks[last].IsTaken = false;
            }

            for (int i = 1; i <= _blocks.Length; i++)
            {
                int block = (last + i) % _blocks.Length;
                if (!_blocks[block].IsTaken && _blocks[block].NearestMs < endMs)
                {
                    _blocks[block].IsTaken = true;
                    return block;
                }
            }

            return -1;
        }
    }

    private void SpreadBlock(int number, WalkQueue queue, int endMs)
    {
        CatchmentBlock block = _blocks[number];
        queue.Clear();
        int nearestMs = int.MaxValue;
        foreach (ref readonly CatchmentBlock.Waiting waiting in block.Work)
        {
            nearestMs = Math.Min(nearestMs, (int)(waiting.Label >> 32));
        }

        queue.StartAt(nearestMs);
        foreach (ref readonly CatchmentBlock.Waiting waiting in block.Work)
        {
            TakeUp(waiting.State, waiting.Label, block, queue, endMs);
        }

        while (queue.OpenBucket())
        {
            SettleBucket(number, queue, endMs);
        }
    }

    /// <summary>Takes up a label that was left for the block: writes it, if it is better, and walks on from it, or leaves it for later again.</summary>
    private void TakeUp(int state, ulong label, CatchmentBlock block, WalkQueue queue, int endMs)
    {
        if (label > _labels[state])
        {
            return;
        }

        _labels[state] = label; // known already, where it was put off in an earlier phase
        int walkMs = (int)(label >> 32);
        if (walkMs < endMs)
        {
            queue.Push(state, walkMs);
        }
        else
        {
            block.Send(state, label);
        }
    }

    /// <summary>Settles what is in the open bucket; like the loop of <see cref="WalkFrontier"/>, with blocks and owners.</summary>
    private void SettleBucket(int number, WalkQueue queue, int endMs)
    {
        ref int firstArc = ref MemoryMarshal.GetArrayDataReference(_columns.FirstArc);
        ref ulong arcs = ref MemoryMarshal.GetArrayDataReference(_arcs);
        ref ulong labels = ref MemoryMarshal.GetArrayDataReference(_labels);
        ref int firstIn = ref MemoryMarshal.GetArrayDataReference(queue.FirstIn);
        ref WalkQueue.Entry entries = ref MemoryMarshal.GetArrayDataReference(queue.Entries);
        int nodeCount = _columns.FirstArc.Length - 1;
        int bucket = queue.Bucket;
        int lastBucket = queue.LastBucket;
        int free = queue.Free;
        int entry;
        while ((entry = Unsafe.Add(ref firstIn, bucket)) != WalkQueue.None)
        {
            ref WalkQueue.Entry popped = ref Unsafe.Add(ref entries, entry);
            int node = popped.State;
            int walkMs = popped.WalkMs;
            Unsafe.Add(ref firstIn, bucket) = popped.Next;
            popped.Next = free;
            free = entry;
            ulong label = Unsafe.Add(ref labels, node);
            if ((int)(label >> 32) != walkMs)
            {
                continue; // a shorter walk came later, and was queued for itself
            }

            bool isOnItsWay = node < nodeCount;
            int arc = isOnItsWay ? Unsafe.Add(ref firstArc, node) : 0;
            int end = isOnItsWay ? Unsafe.Add(ref firstArc, node + 1) : 0;
            int leftMs = _limitMs - walkMs;
            bool hasGates = !isOnItsWay;
            for (; arc < end; arc++)
            {
                ulong packed = Unsafe.Add(ref arcs, arc);
                int arcMs = (int)(packed >> 32);
                if (arcMs > leftMs)
                {
                    hasGates |= arcMs == PacedArcs.IsGate;
                    continue;
                }

                int head = (int)(packed & PacedArcs.HeadBits);
                ulong next = label + ((ulong)(uint)arcMs << 32);
                ref ulong known = ref Unsafe.Add(ref labels, head);
                if (next >= known)
                {
                    continue;
                }

                int headMs = walkMs + arcMs;
                if (head >> BlockBits != number || headMs >= endMs)
                {
                    PutOff(head, next, number);
                    continue;
                }

                known = next;
                if ((packed & PacedArcs.DeadEndBit) != 0)
                {
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
                int nextFree = pushed.Next;
                pushed.State = head;
                pushed.WalkMs = headMs;
                pushed.Next = first;
                first = free;
                free = nextFree;
            }

            if (hasGates)
            {
                queue.Free = free;
                WalkOnWithGates(number, node, label, queue, endMs);
                firstIn = ref MemoryMarshal.GetArrayDataReference(queue.FirstIn);
                entries = ref MemoryMarshal.GetArrayDataReference(queue.Entries);
                (lastBucket, free) = (queue.LastBucket, queue.Free);
            }
        }

        queue.Free = free;
    }

    /// <summary>Leaves a label for later: in another block, or in its own beyond the end of the phase, where it is known already.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PutOff(int state, ulong label, int number)
    {
        int block = (state % _network.NodeCount) >> BlockBits;
        if (block == number)
        {
            _labels[state] = label;
        }

        _blocks[block].Send(state, label);
    }

    /// <summary>Walks on from a state by gates; and by links too, where the state is on another layer than the first.</summary>
    private void WalkOnWithGates(int number, int state, ulong label, WalkQueue queue, int endMs)
    {
        (int layer, int node) = Math.DivRem(state, _network.NodeCount);
        int leftMs = _limitMs - (int)(label >> 32);
        for (int arc = _columns.FirstArc[node]; arc < _columns.FirstArc[node + 1]; arc++)
        {
            ulong packed = _arcs[arc];
            int arcMs = (int)(packed >> 32);
            if (arcMs == PacedArcs.IsGate)
            {
                int behind = _frontier.StateBehind((int)(uint)packed, node, layer);
                if (behind >= 0)
                {
                    Reach(number, behind, label, queue, endMs);
                }
            }
            else if (layer > 0 && arcMs <= leftMs)
            {
                int head = (int)(packed & PacedArcs.HeadBits) + (layer * _network.NodeCount);
                Reach(number, head, label + ((ulong)(uint)arcMs << 32), queue, endMs);
            }
        }
    }

    private void Reach(int number, int state, ulong label, WalkQueue queue, int endMs)
    {
        (int layer, int node) = Math.DivRem(state, _network.NodeCount);
        bool isBeaten = _frontier.IsArriving(layer) && Volatile.Read(ref _labels[node]) <= label;
        if (isBeaten || label >= Volatile.Read(ref _labels[state]))
        {
            return;
        }

        int walkMs = (int)(label >> 32);
        if (node >> BlockBits != number || walkMs >= endMs)
        {
            PutOff(state, label, number);
        }
        else
        {
            _labels[state] = label;
            queue.Push(state, walkMs);
        }
    }
}
