using System.Runtime.InteropServices;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Everything that one window of a drawing is made of, made to be cleared and filled again.</summary>
internal sealed class ReachScene
{
    private readonly List<ReachPart> _ways = [];
    private readonly List<ReachPart> _walls = [];
    private readonly List<ReachPart> _barriers = [];
    private readonly List<(float X, float Y, int Owner)> _origins = [];
    private readonly WallGaps _gaps = new();
    private readonly NearBlocks _near = new();

    /// <summary>The window; all parts are counted in it.</summary>
    public LatticeWindow Window { get; private set; }

    /// <summary>How many cutoffs there are.</summary>
    public int Cutoffs { get; private set; }

    /// <summary>The ways, each with the first cutoff that reaches it.</summary>
    public ReadOnlySpan<ReachPart> Ways => CollectionsMarshal.AsSpan(_ways);

    /// <summary>The walls with gaps where a reached way goes through, each with the first cutoff that opens it.</summary>
    public ReadOnlySpan<ReachPart> Barriers => CollectionsMarshal.AsSpan(_barriers);

    /// <summary>Where the walks begin or end, by owner.</summary>
    public ReadOnlySpan<(float X, float Y, int Owner)> Origins => CollectionsMarshal.AsSpan(_origins);

    /// <summary>Forgets everything.</summary>
    public void Start(in LatticeWindow window, int cutoffs)
    {
        (Window, Cutoffs) = (window, cutoffs);
        _ways.Clear();
        _walls.Clear();
        _barriers.Clear();
        _origins.Clear();
    }

    /// <summary>Adds a piece of a way, given on the lattice.</summary>
    public void AddWay(double ax, double ay, double bx, double by, int rank, int owner) =>
        _ways.Add(PartOf(ax, ay, bx, by, rank, owner));

    /// <summary>Adds what holds all cutoffs back up to one of them, given on the lattice.</summary>
    public void AddBarrier(double ax, double ay, double bx, double by, int rank) =>
        _barriers.Add(PartOf(ax, ay, bx, by, rank, owner: 0));

    /// <summary>Adds a piece of a wall, given on the lattice.</summary>
    public void AddWall(double ax, double ay, double bx, double by) =>
        _walls.Add(PartOf(ax, ay, bx, by, Cutoffs, owner: 0));

    /// <summary>Adds an origin, given on the lattice: a place that every cutoff reaches.</summary>
    public void AddOrigin(double x, double y, int owner)
    {
        ReachPart at = PartOf(x, y, x, y, rank: 0, owner);
        _ways.Add(at);
        _origins.Add((at.Ax, at.Ay, owner));
    }

    /// <summary>Forgets what is not reached and too far from all that is to matter; after everything was added.</summary>
    /// <param name="off">How far beside a reached way is drawn, in cells.</param>
    public void DropFar(float off)
    {
        _near.Start(Window);
        foreach (ref readonly ReachPart way in Ways)
        {
            if (way.Rank < Cutoffs)
            {
                _near.Add(way, off + 2);
            }
        }

        DropFar(_ways, off);
        DropFar(_barriers, off);
    }

    /// <summary>Opens the walls where reached ways go through; after everything was added.</summary>
    public void OpenWalls(double cellMetres)
    {
        if (_walls.Count > 0)
        {
            _gaps.Open(CollectionsMarshal.AsSpan(_walls), Ways, Cutoffs, cellMetres, _barriers);
        }
    }

    /// <summary>Keeps only what is reached, and begins, at certain places of the lattice; what is not reached stays.</summary>
    public void Keep(Func<double, double, bool> isHere)
    {
        _ways.RemoveAll(way =>
            way.Rank < Cutoffs
            && !isHere(Window.MinX + (((double)way.Ax + way.Bx) / 2), Window.MinY + (((double)way.Ay + way.By) / 2))
        );
        _origins.RemoveAll(origin => !isHere(Window.MinX + (double)origin.X, Window.MinY + (double)origin.Y));
    }

    /// <summary>Numbers the owners that reach anything from 0 on, in their order; their old numbers.</summary>
    public int[] NumberOwners()
    {
        SortedSet<int> owners = [];
        foreach (ReachPart way in _ways)
        {
            if (way.Rank < Cutoffs)
            {
                owners.Add(way.Owner);
            }
        }

        int[] numbers = [.. owners];
        for (int i = 0; i < _ways.Count; i++)
        {
            _ways[i] = _ways[i] with { Owner = Math.Max(0, Array.BinarySearch(numbers, _ways[i].Owner)) };
        }

        for (int i = 0; i < _origins.Count; i++)
        {
            (float x, float y, int owner) = _origins[i];
            _origins[i] = (x, y, Array.BinarySearch(numbers, owner));
        }

        return numbers;
    }

    private void DropFar(List<ReachPart> parts, float off)
    {
        int kept = 0;
        Span<ReachPart> all = CollectionsMarshal.AsSpan(parts);
        foreach (ref readonly ReachPart part in all)
        {
            if (part.Rank == 0 || _near.Holds(part, off))
            {
                all[kept++] = part;
            }
        }

        CollectionsMarshal.SetCount(parts, kept);
    }

    private ReachPart PartOf(double ax, double ay, double bx, double by, int rank, int owner) =>
        new(
            (float)(ax - Window.MinX),
            (float)(ay - Window.MinY),
            (float)(bx - Window.MinX),
            (float)(by - Window.MinY),
            rank,
            owner
        );
}
