using System.Collections.Frozen;
using Neighbor.Gis.Coverage.Reports;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>The communities, grids and compounds that a report can have rows for, with their names.</summary>
public sealed class GroupNames
{
    private readonly FrozenDictionary<CoverageGrouping, FrozenDictionary<string, Group>> _groups;

    /// <summary>Reads the names from the ledgers.</summary>
    /// <param name="areas">The areas; those of the deepest level known are the groups, the others only names.</param>
    /// <param name="grids">The grids.</param>
    /// <param name="compounds">The compounds, each with its community where that is known.</param>
    public GroupNames(
        IEnumerable<Area> areas,
        IEnumerable<Grid> grids,
        IEnumerable<(Compound Compound, string? CommunityCode)> compounds
    ) =>
        _groups = new Dictionary<CoverageGrouping, FrozenDictionary<string, Group>>
        {
            [CoverageGrouping.Community] = areas.ToFrozenDictionary(
                area => area.Code.Value,
                area => new Group(area.Name, area.Code.Value, area.Level == AreaLevel.Community),
                StringComparer.Ordinal
            ),
            [CoverageGrouping.Grid] = grids.ToFrozenDictionary(
                grid => grid.Code.Value,
                grid => new Group(grid.Name, grid.Code.Value, HasRow: true),
                StringComparer.Ordinal
            ),
            [CoverageGrouping.Compound] = compounds.ToFrozenDictionary(
                pair => pair.Compound.Code,
                pair => new Group(pair.Compound.Name, pair.CommunityCode, HasRow: true),
                StringComparer.Ordinal
            ),
        }.ToFrozenDictionary();

    /// <summary>The codes of the groups in an area; null is the whole map.</summary>
    public IEnumerable<string> CodesIn(CoverageGrouping grouping, AreaCode? area) =>
        _groups[grouping]
            .Where(pair =>
                pair.Value.HasRow
                && (area is not { } within || (pair.Value.AreaText is { } text && within.Covers(text)))
            )
            .Select(pair => pair.Key);

    /// <summary>The name of a group, or null where the code is none.</summary>
    public string? NameOf(CoverageGrouping grouping, string code) => _groups[grouping].GetValueOrDefault(code)?.Name;

    private sealed record Group(string Name, string? AreaText, bool HasRow);
}
