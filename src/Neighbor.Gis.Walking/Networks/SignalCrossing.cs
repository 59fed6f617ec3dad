namespace Neighbor.Gis.Walking.Networks;

/// <summary>信号灯过街. Whether one waits for a signal to cross, and on how large a street.</summary>
public enum SignalCrossing
{
    /// <summary>No signal.</summary>
    None,

    /// <summary>A signal on a small street.</summary>
    Minor,

    /// <summary>A signal on a primary or secondary street.</summary>
    Major,
}
