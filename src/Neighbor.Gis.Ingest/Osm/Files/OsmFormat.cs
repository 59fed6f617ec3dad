namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>How the objects of OpenStreetMap are written down in a file.</summary>
public enum OsmFormat
{
    /// <summary>Protocol buffers in compressed blobs, <c>.osm.pbf</c>.</summary>
    Pbf,

    /// <summary>XML, <c>.osm</c>.</summary>
    Xml,

    /// <summary>XML packed with gzip, <c>.osm.gz</c>.</summary>
    GzipXml,

    /// <summary>XML packed with bzip2, <c>.osm.bz2</c>.</summary>
    Bzip2Xml,
}
