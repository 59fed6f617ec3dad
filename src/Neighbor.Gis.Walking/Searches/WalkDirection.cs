namespace Neighbor.Gis.Walking.Searches;

/// <summary>Which way the walks of a search go.</summary>
public enum WalkDirection
{
    /// <summary>From the seeds outward.</summary>
    Forward,

    /// <summary>From elsewhere to the seeds: the right one for who can come here.</summary>
    Reverse,
}
