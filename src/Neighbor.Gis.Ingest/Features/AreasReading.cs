using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>What a file of areas came to. Nothing has been stored yet: this is also the dry run.</summary>
public sealed record AreasReading
{
    /// <summary>The areas, in the order of the file, in CGCS2000.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>What was refused, and why.</summary>
    public required IReadOnlyList<AreaProblem> Problems { get; init; }

    /// <summary>The outlines that were broken and have been mended.</summary>
    public required IReadOnlyList<AreaRepair> Repairs { get; init; }

    /// <summary>Areas that reach over the edge of GCJ-02, so that only a part of their outline was shifted.</summary>
    public required IReadOnlyList<AreaCode> PartlyShifted { get; init; }

    /// <summary>How many features the file holds, or held until it broke off.</summary>
    public required long Features { get; init; }

    /// <summary>How many rings did not end where they began, and have been closed.</summary>
    public required int ClosedRings { get; init; }

    /// <summary>The reference system the file names itself, or null.</summary>
    public required string? CrsName { get; init; }

    /// <summary>The areas as one data set.</summary>
    public Delivery ToDelivery(string source) => new() { Source = source, Areas = Areas };
}
