using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>
/// 等时圈绘制. Draws given stretches as polygons: a picture, never a figure. An instance serves one drawing at a time and
/// is made to be reused.
/// </summary>
/// <remarks>
/// <para>
/// The polygons of one drawing lie on one lattice around the first origin. They are valid and nested by construction
/// (see <see cref="DistanceField"/>), they contain the origins, and they end halfway to any way or wall that is not
/// reached. For what a network reaches see <see cref="IsochroneSearch"/>, which has no stretches to copy.
/// </para>
/// <para>Units: SRID 4490, degrees.</para>
/// </remarks>
public sealed class DistanceFieldPolygons
{
    private readonly DistanceFieldSettings _settings;
    private readonly ReachScene _scene = new();
    private readonly ReachDrawing _drawing;

    /// <summary>A workspace.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public DistanceFieldPolygons(DistanceFieldSettings? settings = null)
    {
        _settings = DistanceFieldSettings.Check(settings);
        _drawing = new ReachDrawing(_settings);
    }

    /// <summary>Draws one polygon for each cutoff around one origin.</summary>
    /// <param name="origin">Where the walk starts or ends; inside every polygon.</param>
    /// <param name="bands">The cutoffs from the shortest to the longest; each reaches all that the one before
    /// reached.</param>
    /// <param name="walls">Walls, water's edges and railways: nothing is drawn beyond them but where a reached way goes
    /// through.</param>
    /// <returns>As many geometries as cutoffs, in their order, each covered by the next.</returns>
    /// <exception cref="ArgumentException">The cutoffs reach farther than one lattice can hold, some 650 km.</exception>
    public IReadOnlyList<MultiPolygon> Draw(
        Position origin,
        IReadOnlyList<IsochroneBand> bands,
        Stretches? walls = null
    ) => Draw([origin], bands, walls);

    /// <summary>Draws one polygon for each cutoff around several origins.</summary>
    /// <param name="origins">Where the walks start or end; inside every polygon.</param>
    /// <param name="bands">The cutoffs from the shortest to the longest; each reaches all that the one before
    /// reached.</param>
    /// <param name="walls">Walls, water's edges and railways: nothing is drawn beyond them but where a reached way goes
    /// through.</param>
    /// <returns>As many geometries as cutoffs, in their order, each covered by the next.</returns>
    /// <exception cref="ArgumentException">The cutoffs reach farther than one lattice can hold, some 650 km.</exception>
    public IReadOnlyList<MultiPolygon> Draw(
        ReadOnlySpan<Position> origins,
        IReadOnlyList<IsochroneBand> bands,
        Stretches? walls = null
    )
    {
        ArgumentNullException.ThrowIfNull(bands);
        if (bands.Count == 0 || origins.IsEmpty)
        {
            return [.. bands.Select(static _ => RingPolygons.Nothing())];
        }

        LatticePlane plane = new(origins[0], _settings.CellMetres);
        (double minX, double minY) = (0, 0);
        (double maxX, double maxY) = (0, 0);
        void Widen(Position position)
        {
            (double x, double y) = (plane.X(position.Longitude), plane.Y(position.Latitude));
            (minX, minY) = (Math.Min(minX, x), Math.Min(minY, y));
            (maxX, maxY) = (Math.Max(maxX, x), Math.Max(maxY, y));
        }

        foreach (Position origin in origins)
        {
            Widen(origin);
        }

        foreach (IsochroneBand band in bands)
        {
            for (int i = 0; i < band.Reached.Count; i++)
            {
                foreach (Position position in band.Reached[i])
                {
                    Widen(position);
                }
            }
        }

        int margin = DistanceField.MarginFor((float)(_settings.OffMetres / _settings.CellMetres));
        _scene.Start(LatticeWindow.Around(minX, minY, maxX, maxY, margin), bands.Count);
        Fill(plane, origins, bands, walls);
        return _drawing.DrawWhole(_scene, plane, CancellationToken.None);
    }

    private void Fill(
        LatticePlane plane,
        ReadOnlySpan<Position> origins,
        IReadOnlyList<IsochroneBand> bands,
        Stretches? walls
    )
    {
        foreach (Position origin in origins)
        {
            _scene.AddOrigin(plane.X(origin.Longitude), plane.Y(origin.Latitude), owner: 0);
        }

        for (int cutoff = 0; cutoff < bands.Count; cutoff++)
        {
            Add(plane, bands[cutoff].Reached, line => line.AddTo(_scene, 0, 1, cutoff, owner: 0));
            Add(
                plane,
                bands[cutoff].Unreached,
                line => _scene.AddBarrier(line.Ax, line.Ay, line.Bx, line.By, cutoff + 1)
            );
        }

        if (walls is not null)
        {
            Add(plane, walls, line => _scene.AddWall(line.Ax, line.Ay, line.Bx, line.By));
        }

        _scene.OpenWalls(_settings.CellMetres);
    }

    /// <summary>Adds every straight piece; a stretch of one position is a piece without length.</summary>
    private static void Add(LatticePlane plane, Stretches stretches, Action<LatticeLine> add)
    {
        for (int i = 0; i < stretches.Count; i++)
        {
            ReadOnlySpan<Position> stretch = stretches[i];
            if (stretch.Length == 1)
            {
                add(LatticeLine.Between(plane, stretch[0], stretch[0]));
            }

            for (int k = 1; k < stretch.Length; k++)
            {
                add(LatticeLine.Between(plane, stretch[k - 1], stretch[k]));
            }
        }
    }
}
