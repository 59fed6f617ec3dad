namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>What an access value means for a walker, from the least to the most generous.</summary>
internal enum AccessWord
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>Nobody walks here.</summary>
    Closed,

    /// <summary>Those who belong here.</summary>
    Reserved,

    /// <summary>Those who have business here.</summary>
    Visitors,

    /// <summary>Anybody.</summary>
    Allowed,
}
