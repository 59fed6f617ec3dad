using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>What must be said about a file of areas before it can be read.</summary>
public sealed record AreasImportOptions
{
    /// <summary>What its numbers are measured against. There is no default: a wrong guess is off by half a kilometre.</summary>
    public required Datum Datum { get; init; }

    /// <summary>The data set's name.</summary>
    public required string Source { get; init; }

    /// <summary>The level every area must have, or null where the codes may say it.</summary>
    public AreaLevel? Level { get; init; }

    /// <summary>The area all of them must lie below by their codes, or null.</summary>
    public AreaCode? Parent { get; init; }

    /// <summary>The property that holds the code, or null to look for <see cref="AreasImport.CodeProperties"/>, then the id.</summary>
    public string? CodeProperty { get; init; }

    /// <summary>The property that holds the name, or null to look for <see cref="AreasImport.NameProperties"/>.</summary>
    public string? NameProperty { get; init; }

    /// <summary>The code itself, for a file of one feature that does not carry it.</summary>
    public AreaCode? Code { get; init; }

    /// <summary>The name itself, for a file of one feature that does not carry it.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the file's own <c>crs</c> member may be wrong, as when a GCJ-02 file went through a program that stamps CRS84 on everything.</summary>
    public bool IgnoreCrs { get; init; }

    /// <summary>The largest share of its ground that mending an outline may add to or take from an area.</summary>
    public double LargestRepairShare { get; init; } = 0.05;

    /// <summary>The first day the areas are in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;
}
