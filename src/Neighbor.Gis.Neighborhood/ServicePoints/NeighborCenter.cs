using Neighbor.Gis.Neighborhood.Codes;

namespace Neighbor.Gis.Neighborhood.ServicePoints;

/// <summary>邻里中心. A centre made of service points; where it is, is where they are.</summary>
public sealed class NeighborCenter
{
    /// <summary>The community's code, the letter N and two digits.</summary>
    public required string Code { get; init; }

    /// <summary>The name as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>One site, several, or hub and spokes.</summary>
    public CenterForm Form { get; init; }

    /// <summary>Planned, being built, open or closed.</summary>
    public ServicePointStatus Status { get; init; }

    /// <summary>The community it belongs to.</summary>
    public required AreaCode CommunityCode { get; init; }

    /// <summary>The data set it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The first day it is in force.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The first day it is no longer in force, or null while it is.</summary>
    public DateOnly? ValidTo { get; init; }
}
