namespace Neighbor.Gis.Spatial.Indexes;

/// <summary>How far a box is from where a nearest search began.</summary>
/// <remarks><para>Invariant: never more than the distance of any box inside it, or the order of the search is
/// wrong.</para></remarks>
public interface IBoxMetric
{
    /// <summary>The least distance to any point of the box; zero inside.</summary>
    public double Distance(Box box);
}
