using System.Runtime.InteropServices;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Draws what a search on a network reached, window by window. One drawing at a time; made to be reused.</summary>
/// <remarks>
/// <para>
/// All drawings of one network lie on one lattice. What lies far apart is drawn in windows of its own, so that the
/// ground between costs nothing.
/// </para>
/// </remarks>
internal sealed class ReachCanvas
{
    private readonly WalkingNetwork _network;
    private readonly DistanceFieldSettings _settings;
    private readonly LatticePlane _plane;
    private readonly ReachScene _scene = new();
    private readonly ReachDrawing _drawing;
    private readonly ReachIslands _islands = new();
    private readonly ReachBoxes _boxes;
    private readonly List<AccessLine> _accesses = [];
    private readonly List<int> _segments = [];
    private readonly List<(Position From, Position To)> _walls = [];
    private NetworkOverlay? _overlay;

    public ReachCanvas(WalkingNetwork network, DistanceFieldSettings settings)
    {
        _network = network;
        _settings = settings;
        Box bounds = network.Bounds;
        Position middle = bounds.IsEmpty
            ? default
            : new Position((bounds.MinX + bounds.MaxX) / 2, (bounds.MinY + bounds.MaxY) / 2);
        _plane = new LatticePlane(middle, settings.CellMetres);
        _boxes = new ReachBoxes(network, _plane);
        _drawing = new ReachDrawing(settings);
    }

    /// <summary>Forgets the last drawing and begins one.</summary>
    /// <param name="overlay">What is closed: a drawing keeps off it as off a wall.</param>
    public void Start(NetworkOverlay? overlay)
    {
        _accesses.Clear();
        _overlay = overlay;
    }

    /// <summary>Adds an origin and its way to the network.</summary>
    /// <param name="origin">The place.</param>
    /// <param name="owner">Its number among those that are told apart.</param>
    /// <param name="pace">How fast one walks.</param>
    /// <param name="cutoffsMs">The cutoffs, in ascending order.</param>
    public void AddOrigin(ServiceAreaOrigin origin, int owner, Paces.Pace pace, ReadOnlySpan<int> cutoffsMs) =>
        AccessLine.AddTo(_accesses, _plane, origin, owner, pace, cutoffsMs, _overlay);

    /// <summary>One geometry for each cutoff, all origins together.</summary>
    public MultiPolygon[] DrawWhole(RankedReach reach, CancellationToken cancellation)
    {
        MultiPolygon[]?[] drawn = new MultiPolygon[]?[Lay(reach)];
        for (int island = 0; island < drawn.Length; island++)
        {
            Fill(reach, island);
            drawn[island] = _drawing.DrawWhole(_scene, _plane, cancellation);
        }

        return Together(drawn, reach.Cutoffs);
    }

    /// <summary>For each owner one geometry for each cutoff.</summary>
    public MultiPolygon[][] DrawOwners(RankedReach reach, int owners, CancellationToken cancellation)
    {
        MultiPolygon[]?[][] drawn = new MultiPolygon[]?[owners][];
        int islands = Lay(reach);
        for (int owner = 0; owner < owners; owner++)
        {
            drawn[owner] = new MultiPolygon[]?[islands];
        }

        for (int island = 0; island < islands; island++)
        {
            Fill(reach, island);
            int[] numbers = _scene.NumberOwners();
            MultiPolygon[][] some = _drawing.DrawOwners(_scene, numbers.Length, _plane, cancellation);
            for (int i = 0; i < numbers.Length; i++)
            {
                drawn[numbers[i]][island] = some[i];
            }
        }

        return Array.ConvertAll(drawn, parts => Together(parts, reach.Cutoffs));
    }

    private static MultiPolygon[] Together(MultiPolygon[]?[] islands, int cutoffs)
    {
        MultiPolygon[][] drawn = [.. islands.OfType<MultiPolygon[]>()];
        if (drawn.Length == 1)
        {
            return drawn[0];
        }

        MultiPolygon[] together = new MultiPolygon[cutoffs];
        for (int cutoff = 0; cutoff < cutoffs; cutoff++)
        {
            together[cutoff] = RingPolygons.Together(drawn.Select(polygons => polygons[cutoff]));
        }

        return together;
    }

    /// <summary>Finds the islands of a reach; how many there are.</summary>
    private int Lay(RankedReach reach)
    {
        _boxes.Take(reach, isEachKept: _accesses.Exists(access => access.To == 0 && access.Line != _accesses[0].Line));
        foreach (AccessLine access in _accesses)
        {
            _boxes.Add(access.Box);
        }

        if (_boxes.Whole.IsEmpty)
        {
            return 0;
        }

        if (!_boxes.IsEachKept)
        {
            _islands.StartWhole(); // one origin: what it reaches hangs together
            return 1;
        }

        _islands.Start(_boxes.Whole);
        foreach (Box box in _boxes.All)
        {
            _islands.Add(box);
        }

        _islands.Finish();
        return _islands.Count;
    }

    private void Fill(RankedReach reach, int island)
    {
        Box box = _islands.Count == 1 ? _boxes.Whole : Box.Nothing;
        if (_islands.Count > 1)
        {
            foreach (Box some in _boxes.All)
            {
                box = _islands.At(some.MinX, some.MinY) == island ? box.With(some) : box;
            }
        }

        float off = (float)(_settings.OffMetres / _settings.CellMetres);
        int margin = DistanceField.MarginFor(off);
        _scene.Start(LatticeWindow.Around(box.MinX, box.MinY, box.MaxX, box.MaxY, margin), reach.Cutoffs);

        // What is not reached matters to points of the window up to off beyond it.
        double around = margin + off;
        Box ground = new(
            _plane.Longitude(box.MinX - around),
            _plane.Latitude(box.MinY - around),
            _plane.Longitude(box.MaxX + around),
            _plane.Latitude(box.MaxY + around)
        );
        FillWays(reach, ground);
        foreach (AccessLine access in _accesses)
        {
            access.AddTo(_scene);
        }

        if (_islands.Count > 1)
        {
            _scene.Keep((x, y) => _islands.At(x, y) == island);
        }

        FillWalls(ground);
        _scene.DropFar(off);
    }

    private void FillWays(RankedReach reach, Box ground)
    {
        _segments.Clear();
        NetworkColumns columns = _network.Columns;
        columns.SegmentIndex.SearchInto(ground, _segments);
        ReadOnlySpan<Position> positions = columns.ShapePositions;
        ReadOnlySpan<int> offsetsMm = columns.ShapeOffsetsMm;
        foreach (int segment in CollectionsMarshal.AsSpan(_segments))
        {
            int link = columns.SegmentLinks[segment];
            int vertex = segment + link;
            LatticeLine line = LatticeLine.Between(_plane, positions[vertex], positions[vertex + 1]);
            reach.PartsInto(link, offsetsMm[vertex], offsetsMm[vertex + 1], line, _scene);
        }
    }

    private void FillWalls(Box ground)
    {
        _walls.Clear();
        _network.Columns.Walls.SegmentsInto(ground, _walls);
        _overlay?.ClosuresInto(ground, _walls);
        foreach ((Position from, Position to) in _walls)
        {
            LatticeLine line = LatticeLine.Between(_plane, from, to);
            _scene.AddWall(line.Ax, line.Ay, line.Bx, line.By);
        }

        _scene.OpenWalls(_settings.CellMetres);
    }
}
