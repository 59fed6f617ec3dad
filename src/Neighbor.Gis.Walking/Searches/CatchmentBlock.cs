namespace Neighbor.Gis.Walking.Searches;

/// <summary>A run of nodes that lie together on the ground, and what waits to be walked on from in it.</summary>
/// <remarks><para>Threads: <see cref="Send"/> by anybody; all else by whoever works on the block.</para></remarks>
internal sealed class CatchmentBlock
{
    private readonly Lock _gate = new();
    private Waiting[] _inbox = new Waiting[16];
    private Waiting[] _work = new Waiting[16];
    private int _inboxCount;
    private int _workCount;
    private int _nearestMs = int.MaxValue;

    /// <summary>How far the nearest of what waits is at least.</summary>
    public int NearestMs => Volatile.Read(ref _nearestMs);

    /// <summary>Whether somebody works on it; written under the lock of the search.</summary>
    public bool IsTaken { get; set; }

    /// <summary>What waited when the block was taken.</summary>
    public ReadOnlySpan<Waiting> Work => _work.AsSpan(0, _workCount);

    public void Clear()
    {
        _inboxCount = 0;
        _workCount = 0;
        _nearestMs = int.MaxValue;
        IsTaken = false;
    }

    /// <summary>Leaves a label for the block to take up.</summary>
    public void Send(int state, ulong label)
    {
        lock (_gate)
        {
            if (_inboxCount == _inbox.Length)
            {
                Array.Resize(ref _inbox, 2 * _inboxCount);
            }

            _inbox[_inboxCount++] = new Waiting { State = state, Label = label };
            int walkMs = (int)(label >> 32);
            if (walkMs < _nearestMs)
            {
                Volatile.Write(ref _nearestMs, walkMs);
            }
        }
    }

    /// <summary>Takes what waits; from here on what is sent waits for the next time.</summary>
    public void Take()
    {
        lock (_gate)
        {
            (_inbox, _work) = (_work, _inbox);
            (_inboxCount, _workCount) = (0, _inboxCount);
            Volatile.Write(ref _nearestMs, int.MaxValue);
        }
    }

    /// <summary>A label on its way.</summary>
    internal struct Waiting
    {
        public int State;
        public ulong Label;
    }
}
