namespace Neighbor.Gis.Spatial.Datums;

/// <summary>坐标基准. What the numbers of an incoming position are measured against; every input declares it.</summary>
public enum Datum
{
    /// <summary>CGCS2000 (EPSG:4490), the legal datum and the one everything is stored in.</summary>
    Cgcs2000,

    /// <summary>WGS 84 (EPSG:4326); equal to CGCS2000 within centimetres, and treated as equal.</summary>
    Wgs84,

    /// <summary>GCJ-02, the shifted datum of public Chinese web maps.</summary>
    Gcj02,

    /// <summary>BD-09, GCJ-02 shifted once more by Baidu.</summary>
    Bd09,
}
