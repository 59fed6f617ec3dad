namespace Neighbor.Gis.Walking.Snaps;

/// <summary>Working memory of one snapping.</summary>
internal sealed class SnapScratch
{
    public List<int> Segments { get; } = [];

    public List<int> Walls { get; } = [];

    public List<SnapCandidate> Candidates { get; } = [];

    public void Clear()
    {
        Segments.Clear();
        Candidates.Clear();
    }
}
