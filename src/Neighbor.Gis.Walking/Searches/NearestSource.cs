namespace Neighbor.Gis.Walking.Searches;

/// <summary>The source a place is nearest to, by walking.</summary>
/// <param name="Source">Its number among the placed points.</param>
/// <param name="WalkMs">How long the walk is, both access stretches included.</param>
public readonly record struct NearestSource(int Source, int WalkMs)
{
    /// <summary>Stands for no source at all: farther than any.</summary>
    public static NearestSource None => new(int.MaxValue, int.MaxValue);
}
