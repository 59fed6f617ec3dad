using System.Collections.Frozen;
using System.Collections.ObjectModel;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Spatial;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Neighborhood.Locations;

/// <summary>定位. Says to which areas, grid, compound and building a point belongs.</summary>
/// <remarks>
/// <para>Where several outlines of one kind contain the point, one is chosen by a rule that never changes: on a border the
/// lower code, of nested compounds the smallest, a dedicated grid before a basic one.</para>
/// <para>Threads: frozen when built; any number of readers.</para>
/// </remarks>
public sealed class Locator
{
    /// <summary>How far away a thing may stand and still be named as the nearest, in metres.</summary>
    public const double NearLimitMetres = 200;

    private readonly FrozenDictionary<string, Area> _areasByCode;
    private readonly Area[] _areas;
    private readonly ReadOnlyCollection<Area>[] _chains;
    private readonly (int[] Numbers, OutlineIndex Outlines)[] _levels;
    private readonly (Grid[] Things, OutlineIndex Outlines) _grids;
    private readonly (MicroGrid[] Things, OutlineIndex Outlines) _microGrids;
    private readonly (Compound[] Things, OutlineIndex Outlines) _compounds;
    private readonly (Building[] Things, OutlineIndex Outlines) _buildings;

    /// <summary>Indexes the ledgers.</summary>
    public Locator(
        IEnumerable<Area> areas,
        IEnumerable<Grid> grids,
        IEnumerable<MicroGrid> microGrids,
        IEnumerable<Compound> compounds,
        IEnumerable<Building> buildings
    )
    {
        _areas = [.. areas.OrderBy(area => area.Code.Value, StringComparer.Ordinal)];
        _areasByCode = _areas.ToFrozenDictionary(area => area.Code.Value, StringComparer.Ordinal);
        _chains = Array.ConvertAll(_areas, ChainTo);
        _levels =
        [
            .. Enumerable
                .Range(0, _areas.Length)
                .GroupBy(number => _areas[number].Level)
                .OrderByDescending(level => level.Key)
                .Select(level => Indexed(level, number => _areas[number].Geom)),
        ];
        _grids = Indexed(
            grids.OrderByDescending(grid => grid.Kind).ThenBy(grid => grid.Code.Value, StringComparer.Ordinal),
            grid => grid.Geom
        );
        _microGrids = Indexed(microGrids.OrderBy(grid => grid.Code, StringComparer.Ordinal), grid => grid.Geom);
        _compounds = Indexed(
            compounds.OrderBy(compound => compound.Geom.Area).ThenBy(compound => compound.Code, StringComparer.Ordinal),
            compound => compound.Geom
        );
        _buildings = Indexed(
            buildings.OrderBy(building => building.Code, StringComparer.Ordinal),
            building => building.Geom
        );
    }

    /// <summary>The areas, by code.</summary>
    public ReadOnlySpan<Area> Areas => _areas;

    /// <summary>The grids, the dedicated ones first, by code.</summary>
    public ReadOnlySpan<Grid> Grids => _grids.Things;

    /// <summary>The micro-grids, by code.</summary>
    public ReadOnlySpan<MicroGrid> MicroGrids => _microGrids.Things;

    /// <summary>The compounds, the smallest first.</summary>
    public ReadOnlySpan<Compound> Compounds => _compounds.Things;

    /// <summary>The buildings, by code.</summary>
    public ReadOnlySpan<Building> Buildings => _buildings.Things;

    /// <summary>Everything the point belongs to.</summary>
    public Whereabouts Locate(Position position)
    {
        Located found = LocateNumbers(position);
        return new Whereabouts(
            found.Area < 0 ? [] : _chains[found.Area],
            found.Fit,
            Named(_grids.Things, found.Grid),
            Named(_microGrids.Things, found.MicroGrid),
            Named(_compounds.Things, found.Compound),
            Named(_buildings.Things, found.Building)
        );
    }

    /// <summary>Everything the point belongs to, as numbers; allocates nothing.</summary>
    public Located LocateNumbers(Position position)
    {
        TangentPlane plane = default; // laid by the first ledger that has nothing at the point, for it and the rest
        (int area, AreaFit fit) = AreaNumberAt(position, ref plane);
        return new Located(
            area,
            fit,
            _grids.Outlines.HitAt(position, NearLimitMetres, ref plane),
            _microGrids.Outlines.HitAt(position, NearLimitMetres, ref plane),
            _compounds.Outlines.HitAt(position, NearLimitMetres, ref plane),
            _buildings.Outlines.HitAt(position, NearLimitMetres, ref plane)
        );
    }

    /// <summary>The areas that the one of this number lies in, from the highest level down to itself.</summary>
    public IReadOnlyList<Area> ChainTo(int area) => _chains[area];

    /// <summary>The deepest area that contains the point, or null.</summary>
    public Area? FindArea(Position position) => AreaNumberIn(position) is var number and >= 0 ? _areas[number] : null;

    /// <summary>The grid that contains the point, or null.</summary>
    public Grid? FindGrid(Position position) => FindAt(_grids, position);

    /// <summary>The innermost compound that contains the point, or null.</summary>
    public Compound? FindCompound(Position position) => FindAt(_compounds, position);

    /// <summary>The area of this code, or null.</summary>
    public Area? FindArea(AreaCode code) => _areasByCode.GetValueOrDefault(code.Value);

    private (int Number, AreaFit Fit) AreaNumberAt(Position position, ref TangentPlane plane)
    {
        int containing = AreaNumberIn(position);
        if (containing >= 0)
        {
            return (containing, AreaFit.Exact);
        }

        foreach ((int[] numbers, OutlineIndex outlines) in _levels)
        {
            OutlineHit hit = outlines.HitAt(position, NearLimitMetres, ref plane);
            if (!hit.IsNone)
            {
                return (numbers[hit.Index], AreaFit.Nearest);
            }
        }

        return (-1, AreaFit.None);
    }

    private int AreaNumberIn(Position position)
    {
        foreach ((int[] numbers, OutlineIndex outlines) in _levels)
        {
            int index = outlines.NumberAt(position);
            if (index >= 0)
            {
                return numbers[index];
            }
        }

        return -1;
    }

    private ReadOnlyCollection<Area> ChainTo(Area area)
    {
        var chain = new List<Area>();
        for (AreaCode? code = area.Code; code is { } current; code = current.Parent)
        {
            if (_areasByCode.TryGetValue(current.Value, out Area? known))
            {
                chain.Add(known);
            }
        }

        chain.Reverse();
        return chain.AsReadOnly();
    }

    private static T? FindAt<T>((T[] Things, OutlineIndex Outlines) layer, Position position)
        where T : class => layer.Outlines.NumberAt(position) is var number and >= 0 ? layer.Things[number] : null;

    private static Near<T>? Named<T>(T[] things, OutlineHit hit) =>
        hit.IsNone ? null : new Near<T>(things[hit.Index], hit.Metres);

    private static (T[] Things, OutlineIndex Outlines) Indexed<T>(IEnumerable<T> things, Func<T, Geometry> outline)
    {
        T[] all = [.. things];
        return (all, new OutlineIndex(Array.ConvertAll(all, thing => outline(thing))));
    }
}
