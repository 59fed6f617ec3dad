namespace Neighbor.Gis.Ingest.Osm;

/// <summary>How a file of OpenStreetMap is to be taken.</summary>
public sealed record OsmOptions
{
    /// <summary>The name of the data set; a later import of the same name replaces it.</summary>
    public string Source { get; init; } = "osm";
}
