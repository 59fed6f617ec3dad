using Neighbor.Gis.Coverage.Demand;

namespace Neighbor.Gis.Coverage.Reports;

/// <summary>Counts who is covered. The figures come from walks to doors, never from polygons.</summary>
public static class CoverageCount
{
    /// <summary>Counts one set of demand points against one cutoff.</summary>
    /// <param name="demand">The demand points counted.</param>
    /// <param name="walkMs">For each of them the walk to its nearest service point in milliseconds, or null.</param>
    /// <param name="cutoffMs">The longest walk counted, in milliseconds, itself included.</param>
    /// <param name="grouping">What the rows stand for.</param>
    /// <param name="groupCodes">The groups that get a row even where they have no building.</param>
    /// <exception cref="ArgumentException">There are more or fewer walks than demand points.</exception>
    public static CoverageReport Count(
        IReadOnlyList<DemandPoint> demand,
        IReadOnlyList<int?> walkMs,
        int cutoffMs,
        CoverageGrouping grouping,
        IEnumerable<string> groupCodes
    )
    {
        if (demand.Count != walkMs.Count)
        {
            throw new ArgumentException($"Got {walkMs.Count} walks for {demand.Count} demand points.", nameof(walkMs));
        }

        var totals = new CoverageRow("", default, default, default);
        var rows = new Dictionary<string, CoverageRow>(StringComparer.Ordinal);
        foreach (string code in groupCodes)
        {
            rows.TryAdd(code, new CoverageRow(code, default, default, default));
        }

        var uncovered = new List<UncoveredDemand>();
        int unsnapped = 0;
        int withoutCounts = 0;
        for (int i = 0; i < demand.Count; i++)
        {
            DemandPoint point = demand[i];
            bool isCovered = walkMs[i] <= cutoffMs;
            string group = GroupOf(point, grouping) ?? "";
            totals = Plus(totals, point, isCovered);
            rows[group] = Plus(
                rows.GetValueOrDefault(group) ?? new CoverageRow(group, default, default, default),
                point,
                isCovered
            );
            unsnapped += point.Doors.Count == 0 ? 1 : 0;
            withoutCounts += point.Households is null || point.Residents is null ? 1 : 0;
            if (!isCovered)
            {
                uncovered.Add(new UncoveredDemand(point, walkMs[i]));
            }
        }

        return new CoverageReport(
            totals,
            // Code order, and those in no group last: an empty code would otherwise come first.
            [.. rows.Values.OrderBy(row => row.Code.Length == 0).ThenBy(row => row.Code, StringComparer.Ordinal)],
            [
                .. uncovered
                    .OrderByDescending(one => one.Demand.Residents ?? 0)
                    .ThenBy(one => one.Demand.Code, StringComparer.Ordinal),
            ],
            unsnapped,
            withoutCounts
        );
    }

    private static string? GroupOf(DemandPoint point, CoverageGrouping grouping) =>
        grouping switch
        {
            CoverageGrouping.Community => point.CommunityCode,
            CoverageGrouping.Grid => point.GridCode,
            CoverageGrouping.Compound => point.CompoundCode,
            _ => throw new ArgumentOutOfRangeException(nameof(grouping), grouping, "Unknown grouping."),
        };

    private static CoverageRow Plus(CoverageRow row, DemandPoint point, bool isCovered) =>
        row with
        {
            Buildings = row.Buildings.Plus(1, isCovered),
            Households = row.Households.Plus(point.Households ?? 0, isCovered),
            Residents = row.Residents.Plus(point.Residents ?? 0, isCovered),
        };
}
