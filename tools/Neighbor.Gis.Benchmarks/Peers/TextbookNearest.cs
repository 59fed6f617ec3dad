using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Peers;

/// <summary>The nearest responders by the textbook: settle node after node, and look who stands there.</summary>
internal sealed class TextbookNearest
{
    private readonly TextbookWalk _walk;
    private readonly TownContents _contents;
    private readonly ILookup<int, int> _respondersAt;
    private readonly List<(int Responder, int WalkMm)> _found = [];

    public TextbookNearest(MeasuredTown town)
    {
        _walk = new TextbookWalk(town.Streets, town.Places);
        _contents = town.Contents;
        _respondersAt = Enumerable
            .Range(0, _contents.ResponderNodes.Length)
            .ToLookup(responder => _contents.ResponderNodes[responder]);
    }

    /// <summary>The nearest, nearest first; valid until the next run.</summary>
    public IReadOnlyList<(int Responder, int WalkMm)> Run(in SnapPoint origin, int skill, int count)
    {
        _found.Clear();
        _walk.Begin();
        _walk.Seed(origin);
        while (_found.Count < count && _walk.TrySettle(Bench.TownWideMm, out int node, out int walkMm))
        {
            foreach (int responder in _respondersAt[node])
            {
                if (_found.Count < count && _contents.Passes(responder, skill))
                {
                    _found.Add((responder, walkMm));
                }
            }
        }

        return _found;
    }
}
