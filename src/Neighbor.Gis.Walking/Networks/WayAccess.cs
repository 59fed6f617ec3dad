namespace Neighbor.Gis.Walking.Networks;

/// <summary>通行权. Who may walk on a way.</summary>
public enum WayAccess
{
    /// <summary>Anybody.</summary>
    Public,

    /// <summary>Those who live or have business there: a place to start or end, never to pass through.</summary>
    Private,
}
