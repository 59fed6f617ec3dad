using Neighbor.Gis.Ingest.Osm.Files;

namespace Neighbor.Gis.Ingest.Osm.Network;

/// <summary>Of ways that are to be left out, those without which kept parts of the network would fall apart.</summary>
/// <remarks>
/// <para>Source: Kruskal, "On the shortest spanning subtree of a graph" (1956): ways are taken, shortest first, while they
/// join what is not joined yet; then loose ends are cut back. Cost: nearly linear in the nodes of the ways.</para>
/// </remarks>
/// <param name="objects">The file.</param>
/// <param name="kept">Which nodes the kept ways join.</param>
/// <param name="isKept">By node: whether a kept way passes it.</param>
internal sealed class NeededWays(OsmObjects objects, NodeUnion kept, bool[] isKept)
{
    /// <summary>The needed ways.</summary>
    public IEnumerable<JudgedWay> Of(IReadOnlyList<JudgedWay> ways)
    {
        var places = new Dictionary<int, int>();
        List<int[]> placesOf = [.. ways.Select(way => PlacesOf(way, places))];
        bool[] isPart = new bool[places.Count];
        foreach ((int node, int place) in places)
        {
            isPart[place] = isKept[node];
        }

        HashSet<int> served = PlacesJoinedToKept(placesOf, isPart);
        List<int> taken = SpanningWays(ways, placesOf);
        CutLooseEnds(taken, placesOf, place => isPart[place]);
        IEnumerable<int> unserved = Enumerable
            .Range(0, ways.Count)
            .Where(i => placesOf[i].Length > 0 && !served.Contains(placesOf[i][0]));
        return taken.Union(unserved).Select(i => ways[i]);
    }

    /// <summary>A kept part is one place, whichever of its nodes is met; any other node is a place of its own.</summary>
    private int[] PlacesOf(JudgedWay way, Dictionary<int, int> places)
    {
        var found = new List<int>();
        foreach (int node in objects.WayNodes(way.Way))
        {
            if (node >= 0)
            {
                int root = isKept[node] ? kept.Find(node) : node;
                places.TryAdd(root, places.Count);
                found.Add(places[root]);
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>Places from which a kept part is reached; the footway beside ways that touch none does not serve their ends.</summary>
    private static HashSet<int> PlacesJoinedToKept(List<int[]> placesOf, bool[] isPart)
    {
        var union = new NodeUnion(isPart.Length);
        foreach (int[] way in placesOf)
        {
            JoinAll(union, way);
        }

        HashSet<int> roots = [.. Enumerable.Range(0, isPart.Length).Where(place => isPart[place]).Select(union.Find)];
        return [.. Enumerable.Range(0, isPart.Length).Where(place => roots.Contains(union.Find(place)))];
    }

    private List<int> SpanningWays(IReadOnlyList<JudgedWay> ways, List<int[]> placesOf)
    {
        var union = new NodeUnion(placesOf.SelectMany(way => way).Append(0).Max() + 1);
        var taken = new List<int>();
        foreach (int i in Enumerable.Range(0, ways.Count).OrderBy(i => Span(ways[i])).ThenBy(i => ways[i].Way))
        {
            int[] places = placesOf[i];
            if (Array.Exists(places, place => union.Find(place) != union.Find(places[0])))
            {
                taken.Add(i);
                JoinAll(union, places);
            }
        }

        return taken;
    }

    private static void JoinAll(NodeUnion union, int[] places)
    {
        for (int j = 1; j < places.Length; j++)
        {
            union.Join(places[0], places[j]);
        }
    }

    /// <summary>Length along the nodes in 1e-7 degrees, enough to tell short from long.</summary>
    private double Span(JudgedWay way)
    {
        double span = 0;
        int before = -1;
        foreach (int node in objects.WayNodes(way.Way))
        {
            if (before >= 0 && node >= 0)
            {
                span += Math.Abs((double)objects.LonE7(node) - objects.LonE7(before));
                span += Math.Abs((double)objects.LatE7(node) - objects.LatE7(before));
            }

            before = node;
        }

        return span;
    }

    private static void CutLooseEnds(List<int> taken, List<int[]> placesOf, Predicate<int> isAnchored)
    {
        var uses = new Dictionary<int, int>();
        foreach (int place in taken.SelectMany(i => placesOf[i]))
        {
            uses[place] = uses.GetValueOrDefault(place) + 1;
        }

        bool isLoose(int way) => placesOf[way].Count(place => uses[place] > 1 || isAnchored(place)) < 2;
        int before;
        do
        {
            before = taken.Count;
            taken.Reverse(); // from the other end each time: a long dangling row goes in two rounds
            for (int i = taken.Count - 1; i >= 0; i--)
            {
                int way = taken[i];
                if (isLoose(way))
                {
                    taken.RemoveAt(i);
                    Array.ForEach(placesOf[way], place => uses[place]--);
                }
            }
        } while (taken.Count < before);
    }
}
