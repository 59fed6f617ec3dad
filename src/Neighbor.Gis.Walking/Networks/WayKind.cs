namespace Neighbor.Gis.Walking.Networks;

/// <summary>道路类型. What one walks on; decides pace, snapping penalty and how it is drawn.</summary>
public enum WayKind
{
    /// <summary>主干路.</summary>
    Primary,

    /// <summary>次干路.</summary>
    Secondary,

    /// <summary>支路.</summary>
    Tertiary,

    /// <summary>街坊路、小区路.</summary>
    Residential,

    /// <summary>服务性道路.</summary>
    Service,

    /// <summary>步行街.</summary>
    Pedestrian,

    /// <summary>人行道、小径.</summary>
    Path,

    /// <summary>台阶.</summary>
    Steps,

    /// <summary>田间路、土路.</summary>
    Track,

    /// <summary>过街横道.</summary>
    Crossing,

    /// <summary>室内通道.</summary>
    Indoor,

    /// <summary>电梯.</summary>
    Elevator,
}
