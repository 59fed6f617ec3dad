using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;
using Stretch = Neighbor.Gis.Walking.Networks.Stretch;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>What of each link each cutoff of a search reaches, to be asked link by link.</summary>
/// <remarks>
/// <para>
/// Shapes: a link that is reached has a slot; piece lists hang on <c>first[cutoff · slots + slot]</c>. A link's slot is
/// looked up in an array that is never cleared: it counts only if the slot names the link back.
/// </para>
/// </remarks>
internal sealed class RankedReach(WalkingNetwork network)
{
    private readonly int[] _slotOf = new int[network.LinkCount];
    private readonly List<Stretch> _stretches = [];
    private readonly List<int> _cuts = [];
    private int[] _linkOf = new int[256];
    private int[] _first = new int[256];
    private Piece[] _pieces = new Piece[256];
    private int _slots;
    private int _count;
    private int _cutoffs;

    /// <summary>How many cutoffs there are.</summary>
    public int Cutoffs => _cutoffs;

    /// <summary>The links that are reached, each once.</summary>
    public ReadOnlySpan<int> Links => _linkOf.AsSpan(0, _slots);

    /// <summary>Takes what a search reached.</summary>
    /// <param name="search">The search, run to the longest cutoff.</param>
    /// <param name="cutoffsMs">In ascending order.</param>
    public void Take(WalkingSearch search, ReadOnlySpan<int> cutoffsMs)
    {
        (_slots, _count, _cutoffs) = (0, 0, cutoffsMs.Length);
        for (int cutoff = _cutoffs - 1; cutoff >= 0; cutoff--)
        {
            _stretches.Clear();
            search.ReachedInto(cutoffsMs[cutoff], _stretches);
            if (cutoff == _cutoffs - 1)
            {
                GiveSlots();
            }

            foreach (Stretch stretch in _stretches)
            {
                Add(cutoff, _slotOf[stretch.Link.Value], stretch.FromMm, stretch.ToMm, owner: 0);
            }
        }
    }

    /// <summary>Between which offsets the longest cutoff reaches the link of a slot.</summary>
    public (int FromMm, int ToMm) ExtentOf(int slot)
    {
        (int fromMm, int toMm) = (int.MaxValue, 0);
        for (int piece = FirstOf(_cutoffs - 1, slot); piece >= 0; piece = _pieces[piece].Next)
        {
            fromMm = Math.Min(fromMm, _pieces[piece].FromMm);
            toMm = Math.Max(toMm, _pieces[piece].ToMm);
        }

        return (fromMm, toMm);
    }

    /// <summary>How long the ways that a cutoff reaches are together, for each owner.</summary>
    public void LengthsInto(int cutoff, Span<long> lengthsMm)
    {
        for (int slot = 0; slot < _slots; slot++)
        {
            for (int piece = FirstOf(cutoff, slot); piece >= 0; piece = _pieces[piece].Next)
            {
                (int fromMm, int toMm) = (_pieces[piece].FromMm, _pieces[piece].ToMm);
                for (int whole = FirstOf(_cutoffs - 1, slot); whole >= 0; whole = _pieces[whole].Next)
                {
                    ref readonly Piece owned = ref _pieces[whole];
                    lengthsMm[owned.Owner] += Math.Max(0, Math.Min(toMm, owned.ToMm) - Math.Max(fromMm, owned.FromMm));
                }
            }
        }
    }

    /// <summary>Replaces what the longest cutoff reaches of each link by pieces that have an owner each.</summary>
    public void Share(OwnerLines owners)
    {
        List<(int FromMm, int ToMm, int Owner)> shares = [];
        for (int slot = 0; slot < _slots; slot++)
        {
            shares.Clear();
            for (int piece = FirstOf(_cutoffs - 1, slot); piece >= 0; piece = _pieces[piece].Next)
            {
                owners.SharesInto(new LinkId(_linkOf[slot]), _pieces[piece].FromMm, _pieces[piece].ToMm, shares);
            }

            _first[((_cutoffs - 1) * _slots) + slot] = -1;
            foreach ((int fromMm, int toMm, int owner) in shares)
            {
                Add(_cutoffs - 1, slot, fromMm, toMm, owner);
            }
        }
    }

    /// <summary>Adds a piece of a link to a scene, cut where a cutoff ends or another owner begins.</summary>
    /// <param name="link">The link.</param>
    /// <param name="fromMm">The offset of the first end.</param>
    /// <param name="toMm">The offset of the second; not below the first.</param>
    /// <param name="line">The ends on the lattice.</param>
    /// <param name="scene">Receives them.</param>
    public void PartsInto(int link, int fromMm, int toMm, in LatticeLine line, ReachScene scene)
    {
        int slot = _slotOf[link];
        if ((uint)slot >= (uint)_slots || _linkOf[slot] != link)
        {
            line.AddTo(scene, 0, 1, _cutoffs, owner: 0);
            return;
        }

        for (int cutoff = 0; cutoff < _cutoffs; cutoff++)
        {
            int first = FirstOf(cutoff, slot);
            if (first < 0)
            {
                continue;
            }

            int whole = FirstOf(_cutoffs - 1, slot);
            bool isWhole =
                _pieces[first].FromMm <= fromMm
                && _pieces[first].ToMm >= toMm
                && _pieces[first].Next < 0
                && _pieces[whole].Next < 0;
            if (isWhole)
            {
                line.AddTo(scene, 0, 1, cutoff, _pieces[whole].Owner);
                return;
            }

            break;
        }

        CutInto(slot, fromMm, toMm, line, scene);
    }

    private int FirstOf(int cutoff, int slot) => _first[(cutoff * _slots) + slot];

    private void GiveSlots()
    {
        foreach (Stretch stretch in _stretches)
        {
            int link = stretch.Link.Value;
            int slot = _slotOf[link];
            if (slot < _slots && _linkOf[slot] == link)
            {
                continue;
            }

            if (_slots == _linkOf.Length)
            {
                Array.Resize(ref _linkOf, 2 * _slots);
            }

            _slotOf[link] = _slots;
            _linkOf[_slots++] = link;
        }

        if (_first.Length < _slots * _cutoffs)
        {
            _first = new int[2 * _slots * _cutoffs];
        }

        _first.AsSpan(0, _slots * _cutoffs).Fill(-1);
    }

    private void Add(int cutoff, int slot, int fromMm, int toMm, int owner)
    {
        if (_count == _pieces.Length)
        {
            Array.Resize(ref _pieces, 2 * _count);
        }

        ref int first = ref _first[(cutoff * _slots) + slot];
        _pieces[_count] = new Piece(fromMm, toMm, owner, first);
        first = _count++;
    }

    private void CutInto(int slot, int fromMm, int toMm, in LatticeLine line, ReachScene scene)
    {
        _cuts.Clear();
        _cuts.Add(fromMm);
        _cuts.Add(toMm);
        for (int cutoff = 0; cutoff < _cutoffs; cutoff++)
        {
            for (int piece = FirstOf(cutoff, slot); piece >= 0; piece = _pieces[piece].Next)
            {
                _cuts.Add(Math.Clamp(_pieces[piece].FromMm, fromMm, toMm));
                _cuts.Add(Math.Clamp(_pieces[piece].ToMm, fromMm, toMm));
            }
        }

        _cuts.Sort();
        double lengthMm = toMm - fromMm;
        for (int i = 1; i < _cuts.Count; i++)
        {
            if (_cuts[i] > _cuts[i - 1])
            {
                (int rank, int owner) = RankOf(slot, _cuts[i - 1], _cuts[i]);
                line.AddTo(scene, (_cuts[i - 1] - fromMm) / lengthMm, (_cuts[i] - fromMm) / lengthMm, rank, owner);
            }
        }
    }

    private (int Rank, int Owner) RankOf(int slot, int fromMm, int toMm)
    {
        int rank = _cutoffs;
        int owner = 0;
        for (int cutoff = _cutoffs - 1; cutoff >= 0; cutoff--)
        {
            for (int piece = FirstOf(cutoff, slot); piece >= 0; piece = _pieces[piece].Next)
            {
                if (_pieces[piece].FromMm <= fromMm && toMm <= _pieces[piece].ToMm)
                {
                    rank = cutoff;
                    owner = cutoff == _cutoffs - 1 ? _pieces[piece].Owner : owner;
                }
            }
        }

        return (rank, owner);
    }

    private readonly record struct Piece(int FromMm, int ToMm, int Owner, int Next);
}
