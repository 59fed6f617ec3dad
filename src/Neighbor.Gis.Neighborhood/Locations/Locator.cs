using System.Collections.Frozen;
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
    private readonly (Area[] Areas, OutlineIndex Outlines)[] _levels;
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
        Area[] all = [.. areas.OrderBy(area => area.Code.Value, StringComparer.Ordinal)];
        _areasByCode = all.ToFrozenDictionary(area => area.Code.Value, StringComparer.Ordinal);
        _levels =
        [
            .. all.GroupBy(area => area.Level)
                .OrderByDescending(level => level.Key)
                .Select(level => Indexed(level, area => area.Geom)),
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

    /// <summary>Everything the point belongs to.</summary>
    public Whereabouts Locate(Position position)
    {
        (IReadOnlyList<Area> areas, AreaFit fit) = AreasAt(position);
        return new Whereabouts(
            areas,
            fit,
            Find(_grids, position),
            Find(_microGrids, position),
            Find(_compounds, position),
            Find(_buildings, position)
        );
    }

    /// <summary>The deepest area that contains the point, or null.</summary>
    public Area? FindArea(Position position)
    {
        foreach ((Area[] areas, OutlineIndex outlines) in _levels)
        {
            if (outlines.FindAt(position) is { } index)
            {
                return areas[index];
            }
        }

        return null;
    }

    /// <summary>The grid that contains the point, or null.</summary>
    public Grid? FindGrid(Position position) => FindAt(_grids, position);

    /// <summary>The innermost compound that contains the point, or null.</summary>
    public Compound? FindCompound(Position position) => FindAt(_compounds, position);

    /// <summary>The area of this code, or null.</summary>
    public Area? FindArea(AreaCode code) => _areasByCode.GetValueOrDefault(code.Value);

    private (IReadOnlyList<Area> Areas, AreaFit Fit) AreasAt(Position position)
    {
        if (FindArea(position) is { } containing)
        {
            return (ChainTo(containing), AreaFit.Exact);
        }

        foreach ((Area[] areas, OutlineIndex outlines) in _levels)
        {
            if (outlines.FindNearest(position, NearLimitMetres) is { } hit)
            {
                return (ChainTo(areas[hit.Index]), AreaFit.Nearest);
            }
        }

        return ([], AreaFit.None);
    }

    private List<Area> ChainTo(Area area)
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
        return chain;
    }

    private static T? FindAt<T>((T[] Things, OutlineIndex Outlines) layer, Position position)
        where T : class => layer.Outlines.FindAt(position) is { } index ? layer.Things[index] : null;

    private static Near<T>? Find<T>((T[] Things, OutlineIndex Outlines) layer, Position position) =>
        layer.Outlines.FindNearest(position, NearLimitMetres) is { } hit
            ? new Near<T>(layer.Things[hit.Index], hit.Metres)
            : null;

    private static (T[] Things, OutlineIndex Outlines) Indexed<T>(IEnumerable<T> things, Func<T, Geometry> outline)
    {
        T[] all = [.. things];
        return (all, new OutlineIndex(Array.ConvertAll(all, thing => outline(thing))));
    }
}
