namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>The private cluster could not be made, started or reached; the message says what to do about it.</summary>
public sealed class ClusterException : Exception
{
    /// <summary>A failure whose message is meant for a person.</summary>
    public ClusterException(string message)
        : base(message) { }

    /// <summary>A failure with what caused it.</summary>
    public ClusterException(string message, Exception inner)
        : base(message, inner) { }
}
