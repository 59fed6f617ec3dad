namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>What a rule says about a way.</summary>
internal enum WayVerdict
{
    /// <summary>It is not a way at all.</summary>
    NotAWay,

    /// <summary>Nobody walks on it.</summary>
    Closed,

    /// <summary>Anybody walks on it.</summary>
    Public,

    /// <summary>Those who live or have business there; never through.</summary>
    Private,

    /// <summary>Anybody, unless a footway runs beside it and joins the same places.</summary>
    PublicUnlessBesideFootway,
}
