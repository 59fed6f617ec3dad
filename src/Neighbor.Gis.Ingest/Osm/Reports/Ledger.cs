namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>台账. What an object of the file becomes in the neighbourhood.</summary>
public enum Ledger
{
    /// <summary>Points without which the rest cannot be placed.</summary>
    Nodes,

    /// <summary>步行道路.</summary>
    Ways,

    /// <summary>大门.</summary>
    Gates,

    /// <summary>楼栋.</summary>
    Buildings,

    /// <summary>楼道.</summary>
    Entrances,

    /// <summary>小区.</summary>
    Compounds,

    /// <summary>街巷.</summary>
    Lanes,

    /// <summary>水面、绿地.</summary>
    Grounds,

    /// <summary>障碍线.</summary>
    Obstacles,

    /// <summary>服务点.</summary>
    ServicePoints,
}
