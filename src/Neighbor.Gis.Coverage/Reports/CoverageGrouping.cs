namespace Neighbor.Gis.Coverage.Reports;

/// <summary>汇总方式. What the rows of a coverage report stand for.</summary>
public enum CoverageGrouping
{
    /// <summary>One row for each community.</summary>
    Community,

    /// <summary>One row for each grid.</summary>
    Grid,

    /// <summary>One row for each compound.</summary>
    Compound,
}
