using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Draws one scene: the whole of it for each cutoff, or what is nearest to each origin. An instance serves one
/// drawing at a time and is made to be reused.</summary>
/// <remarks>
/// <para>
/// The window is gone over in strips of rows, so that memory grows with its width only. Cost: see
/// <see cref="DistanceField"/>; owners add a pass over each one's own extent for each cutoff.
/// </para>
/// </remarks>
internal sealed class ReachDrawing(DistanceFieldSettings settings, int pointsPerStrip = ReachDrawing.PointsPerStrip)
{
    // 8 MB for each field.
    private const int PointsPerStrip = 2_000_000;
    private const int LeastRows = 2;

    private readonly DistanceField _field = new();
    private readonly OwnerField _owners = new();
    private readonly RingPolygons _polygons = new();
    private readonly List<ContourSweep> _sweeps = [];
    private LatticeWindow[] _extents = [];
    private int[] _values = [];

    private float Off => (float)(settings.OffMetres / settings.CellMetres);

    /// <summary>One geometry for each cutoff of a scene, all origins together.</summary>
    public MultiPolygon[] DrawWhole(ReachScene scene, LatticePlane plane, CancellationToken cancellation)
    {
        LatticeWindow whole = scene.Window with { MinX = 0, MinY = 0 };
        StartSweeps(scene.Cutoffs, 1, whole.Width);
        foreach (StripShape shape in StripsOf(scene.Window))
        {
            cancellation.ThrowIfCancellationRequested();
            StartStrip(shape, scene);
            for (int cutoff = 0; cutoff < scene.Cutoffs; cutoff++)
            {
                FinishCutoff(cutoff, scene);
                _sweeps[cutoff]
                    .Sweep(
                        new ContourRows
                        {
                            Field = _field,
                            Cutoff = cutoff,
                            Origin = scene.Window,
                            Extent = whole,
                            Values = _field.Phi,
                        }
                    );
            }
        }

        return PolygonsOf(0, scene, plane);
    }

    /// <summary>For each owner one geometry for each cutoff: what of the whole is nearest to it.</summary>
    public MultiPolygon[][] DrawOwners(ReachScene scene, int owners, LatticePlane plane, CancellationToken cancellation)
    {
        FindExtents(scene, owners);
        StartSweeps(scene.Cutoffs, owners, scene.Window.Width);
        foreach (StripShape shape in StripsOf(scene.Window))
        {
            cancellation.ThrowIfCancellationRequested();
            StartStrip(shape, scene);
            _owners.Start(shape, scene.Ways, scene.Cutoffs, _field.Reach);
            for (int i = scene.Origins.Length - 1; i >= 0; i--)
            {
                (float x, float y, int owner) = scene.Origins[i];
                _owners.Force(x, y, owner);
            }

            SweepOwners(scene, owners);
        }

        MultiPolygon[][] drawn = new MultiPolygon[owners][];
        for (int owner = 0; owner < owners; owner++)
        {
            cancellation.ThrowIfCancellationRequested();
            drawn[owner] = PolygonsOf(owner, scene, plane);
        }

        return drawn;
    }

    private IEnumerable<StripShape> StripsOf(LatticeWindow window)
    {
        int room = SegmentSplat.Room;
        int stride = ((window.Width + room - 1) / room * room) + room;
        int most = Math.Max(LeastRows, pointsPerStrip / stride);
        for (int first = 0; first + 1 < window.Height; first += most - 1)
        {
            yield return new StripShape(first, Math.Min(most, window.Height - first), window.Width, stride);
        }
    }

    private void StartSweeps(int cutoffs, int owners, int width)
    {
        while (_sweeps.Count < cutoffs * owners)
        {
            _sweeps.Add(new ContourSweep());
        }

        for (int owner = 0; owner < owners; owner++)
        {
            for (int cutoff = 0; cutoff < cutoffs; cutoff++)
            {
                _sweeps[(owner * cutoffs) + cutoff].Start(owners == 1 ? width : _extents[owner].Width);
            }
        }
    }

    private void StartStrip(in StripShape shape, ReachScene scene)
    {
        _field.Start(shape, Off, scene.Cutoffs);
        _field.TakeUnreached(scene.Ways, scene.Barriers);
    }

    private void FinishCutoff(int cutoff, ReachScene scene)
    {
        _field.Finish(cutoff, scene.Ways);
        foreach ((float x, float y, _) in scene.Origins)
        {
            _field.Force(x, y);
        }
    }

    private MultiPolygon[] PolygonsOf(int owner, ReachScene scene, LatticePlane plane)
    {
        double leastHole = settings.LeastHoleSquareMetres / (settings.CellMetres * settings.CellMetres);

        // In a hole smaller than the disk of off nothing is farther than off from all its border.
        double emptyHole = Math.PI * Off * Off;
        MultiPolygon[] polygons = new MultiPolygon[scene.Cutoffs];
        for (int cutoff = 0; cutoff < scene.Cutoffs; cutoff++)
        {
            ContourSweep sweep = _sweeps[(owner * scene.Cutoffs) + cutoff];
            polygons[cutoff] = _polygons.Draw(sweep, plane, leastHole, emptyHole, scene, cutoff);
        }

        return polygons;
    }

    /// <summary>The part of the window that each owner's reach can claim.</summary>
    private void FindExtents(ReachScene scene, int owners)
    {
        int margin = DistanceField.MarginFor(Off);
        float[] borders = new float[4 * owners];
        Array.Fill(borders, float.PositiveInfinity);
        foreach (ref readonly ReachPart part in scene.Ways)
        {
            if (part.Rank < scene.Cutoffs)
            {
                Span<float> border = borders.AsSpan(4 * part.Owner, 4);
                border[0] = MathF.Min(border[0], part.MinX);
                border[1] = MathF.Min(border[1], part.MinY);
                border[2] = MathF.Min(border[2], -part.MaxX);
                border[3] = MathF.Min(border[3], -part.MaxY);
            }
        }

        _extents = new LatticeWindow[owners];
        for (int owner = 0; owner < owners; owner++)
        {
            ReadOnlySpan<float> border = borders.AsSpan(4 * owner, 4);
            _extents[owner] = float.IsPositiveInfinity(border[0])
                ? new LatticeWindow(0, 0, 0, 0)
                : LatticeWindow.Around(border[0], border[1], -border[2], -border[3], margin).In(scene.Window);
        }
    }

    private void SweepOwners(ReachScene scene, int owners)
    {
        if (_values.Length < _field.Shape.Size)
        {
            _values = new int[_field.Shape.Size];
        }

        for (int cutoff = 0; cutoff < scene.Cutoffs; cutoff++)
        {
            FinishCutoff(cutoff, scene);
            for (int owner = 0; owner < owners; owner++)
            {
                if (_extents[owner].Width == 0)
                {
                    continue;
                }

                FillValues(owner);
                _sweeps[(owner * scene.Cutoffs) + cutoff]
                    .Sweep(
                        new ContourRows
                        {
                            Field = _field,
                            Cutoff = cutoff,
                            Origin = scene.Window,
                            Extent = _extents[owner],
                            Values = _values,
                            Owner = owner,
                            Owners = _owners.Owners,
                            Leads = _owners.Leads,
                        }
                    );
            }
        }
    }

    /// <summary>Below zero where the whole is and the point is the owner's.</summary>
    private void FillValues(int owner)
    {
        StripShape shape = _field.Shape;
        LatticeWindow extent = _extents[owner];
        int end = Math.Min(shape.FirstRow + shape.Rows, extent.MinY + extent.Height);
        for (int row = Math.Max(shape.FirstRow, extent.MinY); row < end; row++)
        {
            int begin = shape.At(row) + extent.MinX;
            ReadOnlySpan<int> phi = _field.Phi.Slice(begin, extent.Width);
            ReadOnlySpan<int> owners = _owners.Owners.Slice(begin, extent.Width);
            ReadOnlySpan<int> leads = _owners.Leads.Slice(begin, extent.Width);
            Span<int> values = _values.AsSpan(begin, extent.Width);
            for (int i = 0; i < values.Length; i++)
            {
                int lead = owners[i] == owner ? -leads[i] : leads[i];
                values[i] = owners[i] < 0 ? phi[i] : Math.Max(phi[i], lead);
            }
        }
    }
}
