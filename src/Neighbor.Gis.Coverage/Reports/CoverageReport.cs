namespace Neighbor.Gis.Coverage.Reports;

/// <summary>覆盖率报告. Who reaches a service within the cutoff on foot, counted door by door.</summary>
/// <param name="Totals">All groups together; its code is empty.</param>
/// <param name="Rows">The groups in the order of their codes, those without any building included.</param>
/// <param name="Uncovered">The buildings outside, most residents first.</param>
/// <param name="Unsnapped">Buildings with no path near; they count as not covered.</param>
/// <param name="WithoutCounts">Buildings whose households or residents nobody has counted; they weigh nothing there.</param>
public sealed record CoverageReport(
    CoverageRow Totals,
    IReadOnlyList<CoverageRow> Rows,
    IReadOnlyList<UncoveredDemand> Uncovered,
    int Unsnapped,
    int WithoutCounts
);
