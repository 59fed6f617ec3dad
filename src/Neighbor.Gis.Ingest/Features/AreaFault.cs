namespace Neighbor.Gis.Ingest.Features;

/// <summary>Why a feature, or a whole file, cannot become areas.</summary>
public enum AreaFault
{
    /// <summary>The file is not GeoJSON.</summary>
    NotGeoJson,

    /// <summary>The file holds no feature at all.</summary>
    Empty,

    /// <summary>The file names a reference system that is not the declared datum.</summary>
    CrsContradictsDatum,

    /// <summary>The numbers are metres of a projection, not degrees.</summary>
    Projected,

    /// <summary>Latitude stands before longitude.</summary>
    SwappedAxes,

    /// <summary>The place lies outside China, where the declared datum is not used.</summary>
    OutsideDatum,

    /// <summary>The feature has no geometry.</summary>
    NoGeometry,

    /// <summary>The geometry is a point or a line.</summary>
    NotAPolygon,

    /// <summary>No property holds a code.</summary>
    NoCode,

    /// <summary>The code is not one.</summary>
    BadCode,

    /// <summary>The code is of another level than was declared.</summary>
    OtherLevel,

    /// <summary>The code does not lie below the declared parent.</summary>
    OtherParent,

    /// <summary>Two features have the same code.</summary>
    RepeatedCode,

    /// <summary>No property holds a name.</summary>
    NoName,

    /// <summary>One code or name was given for a file of several features.</summary>
    OneForMany,

    /// <summary>The outline is broken, and mending it would change too much.</summary>
    BeyondRepair,
}
