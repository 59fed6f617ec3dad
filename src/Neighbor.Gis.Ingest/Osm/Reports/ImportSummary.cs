using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>导入小结. What one import read, kept and left out, and why.</summary>
public sealed record ImportSummary
{
    /// <summary>The file's name, as the caller gave it.</summary>
    public required string File { get; init; }

    /// <summary>How it was written.</summary>
    public required OsmFormat Format { get; init; }

    /// <summary>How long it is.</summary>
    public required long Bytes { get; init; }

    /// <summary>The objects it holds.</summary>
    public required ObjectCounts Read { get; init; }

    /// <summary>References of ways to nodes it does not hold.</summary>
    public required long MissingNodeRefs { get; init; }

    /// <summary>The rows it became.</summary>
    public required IReadOnlyList<LedgerCount> Kept { get; init; }

    /// <summary>What was left out or taken with a remark, and why.</summary>
    public required IReadOnlyList<FindingCount> Findings { get; init; }

    /// <summary>How the walking network hangs together.</summary>
    public required NetworkFigures Network { get; init; }

    /// <summary>What building the network that is walked on found, gates and walls as they stand.</summary>
    public required BuildReport Build { get; init; }

    /// <summary>How far the buildings are from it.</summary>
    public required SnapFigures Snaps { get; init; }

    /// <summary>The named places; they are no rows of any ledger.</summary>
    public required IReadOnlyList<PlaceName> Places { get; init; }

    /// <summary>How long each stage took.</summary>
    public required IReadOnlyList<StageTime> Times { get; init; }
}
