using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>Draws one estate: its cells, wall, gates, ring road and paths. Its buildings are <see cref="EstateBuildings"/>.</summary>
internal sealed class EstateDrawing(TownDraft town, Parcel parcel, string name, Chance chance)
{
    /// <summary>Metres from the middle of a row of buildings to the path behind it, beyond half their depth.</summary>
    private const double PathGap = 4.5;

    private readonly EstatePlan _plan = new(parcel);
    private readonly Patch _ground = parcel.Ground;
    private readonly List<WayDraft> _ways = [];
    private readonly List<(Cell Cell, int Row, double West, double East)> _cells = [];

    public void Draw(bool isWalled)
    {
        DrawCells();
        double[] levels = PathLevels();
        double gateLevel = _plan.Rows.Length > 2 ? _plan.Rows[_plan.Rows.Length / 2] : levels[levels.Length / 2];
        var compound = new CompoundDraft
        {
            Name = name,
            Kind = parcel.Kind,
            IsWalled = isWalled,
            Community = parcel.Block.Community,
            Ring = WallRing(gateLevel, isWalled ? [] : levels),
        };
        town.Compounds.Add(compound);
        DrawInnerWays(levels, gateLevel);
        new GateDrawing(town, parcel, _plan, compound, chance).Draw(gateLevel, _ways);
        if (!isWalled)
        {
            OpenTheRows(levels, gateLevel);
        }

        town.Ways.AddRange(_ways);
        new EstateBuildings(parcel, _plan, compound, chance).Place(_cells, _ways);
    }

    private PlanePoint At(double s, double t) => PlanePoint.Of(_ground.At(s, t));

    /// <summary>Rows of cells whose borders run along the inner roads; the outer ones reach to the streets' middles.</summary>
    private void DrawCells()
    {
        int rows = _plan.CellsInRow.Length;
        for (int row = 0; row < rows; row++)
        {
            double[] breaks = Breaks(row);
            for (int i = 0; i + 1 < breaks.Length; i++)
            {
                List<PlanePoint> ring =
                [
                    .. Border(row, breaks[i], breaks[i + 1]).SkipLast(1),
                    .. SideOf(row, breaks[i + 1]).SkipLast(1),
                    .. Enumerable.Reverse(Border(row + 1, breaks[i], breaks[i + 1])).SkipLast(1),
                    .. Enumerable.Reverse(SideOf(row, breaks[i])).SkipLast(1),
                ];
                var cell = new Cell { Block = parcel.Block, Ring = ring };
                town.Cells.Add(cell);
                _cells.Add((cell, row, breaks[i], breaks[i + 1]));
            }
        }
    }

    private double[] Breaks(int row)
    {
        int cells = _plan.CellsInRow[row];
        return
        [
            .. Enumerable
                .Range(0, cells + 1)
                .Select(i =>
                    i == 0 ? 0
                    : i == cells ? 1
                    : _plan.RingWest + ((_plan.RingEast - _plan.RingWest) * i / cells)
                ),
        ];
    }

    /// <summary>A border between rows of cells, west to east, with the corners of the cells on both its sides.</summary>
    private List<PlanePoint> Border(int level, double west, double east)
    {
        int rows = _plan.CellsInRow.Length;
        if (level == 0 || level == rows)
        {
            IReadOnlyList<PlanePoint> side = (level == 0 ? _ground.South : _ground.North).Points;
            return town.Splits.Part(side, OnSide(side, west), OnSide(side, east));
        }

        return
        [
            .. Breaks(level - 1)
                .Concat(Breaks(level))
                .Where(s => s >= west && s <= east)
                .Distinct()
                .Order()
                .Select(s => Corner(s, level)),
        ];
    }

    private List<PlanePoint> SideOf(int row, double s)
    {
        if (s is 0 or 1)
        {
            IReadOnlyList<PlanePoint> side = (s == 0 ? _ground.West : _ground.East).Points;
            return town.Splits.Part(side, Corner(s, row), Corner(s, row + 1));
        }

        return [Corner(s, row), Corner(s, row + 1)];
    }

    private PlanePoint Corner(double s, int level)
    {
        int rows = _plan.CellsInRow.Length;
        if (level == 0 || level == rows)
        {
            return OnSide((level == 0 ? _ground.South : _ground.North).Points, s);
        }

        double t = _plan.Rows[level];
        return s switch
        {
            0 => OnSide(_ground.West.Points, t),
            1 => OnSide(_ground.East.Points, t),
            _ => At(s, t),
        };
    }

    private PlanePoint OnSide(IReadOnlyList<PlanePoint> side, double share) =>
        share switch
        {
            0 => side[0],
            1 => side[^1],
            _ => town.Splits.Vertex(side, share),
        };

    private double[] PathLevels() =>
        [
            .. Enumerable
                .Range(0, _plan.CellsInRow.Length)
                .SelectMany(row =>
                    Enumerable
                        .Range(0, _plan.BuildingRowsPerRow)
                        .Select(i => _plan.BuildingRow(row, i) + (((_plan.Depth / 2) + PathGap) / _ground.Height))
                ),
        ];

    /// <summary>Shares that must be vertices, and some between them so that a long line can bend.</summary>
    private static IEnumerable<double> Steps(double first, double last, params IEnumerable<double> fixedOnes)
    {
        double[] must = [first, .. fixedOnes.Where(f => f > first && f < last), last];
        double near = (last - first) / 9;
        IEnumerable<double> extra = Enumerable
            .Range(1, 4)
            .Select(k => first + ((last - first) * k / 5))
            .Where(e => must.All(m => Math.Abs(m - e) > near));
        return must.Concat(extra).Distinct().Order();
    }

    private List<PlanePoint> WallRing(double gateLevel, double[] openLevels)
    {
        double[] levels = [gateLevel, .. openLevels];
        return Around(_plan.WallWest, _plan.WallEast, _plan.WallSouth, _plan.WallNorth, levels);
    }

    private List<PlanePoint> Around(double west, double east, double south, double north, double[] levels) =>
        [
            .. Steps(west, east, _plan.Middle).SkipLast(1).Select(s => At(s, south)),
            .. Steps(south, north, levels).SkipLast(1).Select(t => At(east, t)),
            .. Steps(west, east, _plan.Middle).Reverse().SkipLast(1).Select(s => At(s, north)),
            .. Steps(south, north, levels).Reverse().SkipLast(1).Select(t => At(west, t)),
        ];

    private void DrawInnerWays(double[] levels, double gateLevel)
    {
        double[] roads = [.. _plan.Rows.Skip(1).SkipLast(1)];
        List<PlanePoint> ring = Around(
            _plan.RingWest,
            _plan.RingEast,
            _plan.RingSouth,
            _plan.RingNorth,
            [.. levels, .. roads, gateLevel]
        );
        Add(WayKind.Service, [.. ring, ring[0]]);
        foreach (double t in roads)
        {
            Add(WayKind.Service, Row(t));
        }

        foreach (double t in levels.Except(roads))
        {
            Add(WayKind.Path, Row(t));
        }

        IEnumerable<double> crossings = levels.Concat(roads).Append(gateLevel);
        Add(WayKind.Path, [.. Steps(_plan.RingSouth, _plan.RingNorth, crossings).Select(t => At(_plan.Middle, t))]);

        List<PlanePoint> Row(double t) =>
            [.. Steps(_plan.RingWest, _plan.RingEast, _plan.Middle).Select(s => At(s, t))];
    }

    /// <summary>An open estate's paths go straight out to the streets.</summary>
    private void OpenTheRows(double[] levels, double gateLevel)
    {
        for (int i = 0; i < levels.Length; i += 2)
        {
            double t = levels[i];
            if (Math.Abs(t - gateLevel) * _ground.Height < 15)
            {
                continue;
            }

            if (parcel.Streets.West is not null)
            {
                Add(
                    WayKind.Path,
                    [At(_plan.RingWest, t), At(_plan.WallWest, t), town.Splits.Vertex(_ground.West.Points, t)]
                );
            }

            if (parcel.Streets.East is not null)
            {
                Add(
                    WayKind.Path,
                    [At(_plan.RingEast, t), At(_plan.WallEast, t), town.Splits.Vertex(_ground.East.Points, t)]
                );
            }
        }
    }

    private void Add(WayKind kind, List<PlanePoint> line) =>
        _ways.Add(
            new WayDraft
            {
                Kind = kind,
                Community = parcel.Block.Community,
                Line = line,
            }
        );
}
