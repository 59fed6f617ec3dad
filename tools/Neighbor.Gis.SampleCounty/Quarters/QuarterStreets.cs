using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Quarters;

/// <summary>Which street runs along an edge of a cell.</summary>
internal sealed class QuarterStreets
{
    private readonly SegmentSplits _splits;
    private readonly List<(List<PlanePoint> Line, WayKind Kind)> _lines = [];

    public QuarterStreets(Block block, SegmentSplits splits)
    {
        _splits = splits;
        AddSide(block.Ground.South, block.Streets.South);
        AddSide(block.Ground.East, block.Streets.East);
        AddSide(block.Ground.North, block.Streets.North);
        AddSide(block.Ground.West, block.Streets.West);
    }

    public void Add(List<PlanePoint> line, WayKind kind) => _lines.Add((line, kind));

    /// <summary>The street under every edge of the block's lanes and sides, in both directions.</summary>
    public Dictionary<(PlanePoint, PlanePoint), WayKind> Edges()
    {
        var edges = new Dictionary<(PlanePoint, PlanePoint), WayKind>();
        foreach ((List<PlanePoint> line, WayKind kind) in _lines)
        {
            List<PlanePoint> full = _splits.Expand(line);
            for (int i = 1; i < full.Count; i++)
            {
                edges[(full[i - 1], full[i])] = kind;
                edges[(full[i], full[i - 1])] = kind;
            }
        }

        return edges;
    }

    private void AddSide(Polyline side, WayKind? kind)
    {
        if (kind is not null)
        {
            Add([.. side.Points], kind.Value);
        }
    }
}
