using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Dispatch.Nearest;

/// <summary>就近查找. A frozen set of posts that knows which of them are nearest to a point on foot.</summary>
/// <remarks>
/// <para>Cost: one search outward from the point, ended as soon as enough suitable posts are settled; nothing is kept up to
/// date when posts change, the set is made anew.</para>
/// <para>Threads: frozen when built; the search that is lent to it serves one caller at a time.</para>
/// </remarks>
public sealed class NearestPosts<T>
{
    private readonly Post<T>[] _posts;
    private readonly PlacedPoints _places;

    /// <summary>Places the posts on the network; those with no path near are kept and never found.</summary>
    public NearestPosts(WalkingNetwork network, IEnumerable<Post<T>> posts)
    {
        _posts = [.. posts.OrderBy(post => post.Code, StringComparer.Ordinal)];
        _places = new PlacedPoints(network, Array.ConvertAll(_posts, post => post.Snap));
    }

    /// <summary>The posts in the order of their codes.</summary>
    public IReadOnlyList<Post<T>> Posts => _posts;

    /// <summary>Where the posts are on the network, by their number in <see cref="Posts"/>.</summary>
    public PlacedPoints Places => _places;

    /// <summary>The posts nearest to a point, soonest first; of equally near ones the lower code first.</summary>
    /// <param name="seeds">Where the point is on the network: one place or two.</param>
    /// <param name="suits">Which posts count.</param>
    /// <param name="count">At most how many.</param>
    /// <param name="pace">How fast is walked.</param>
    /// <param name="limitMs">The longest walk counted, in milliseconds, itself included.</param>
    /// <param name="direction">To the posts, or from the posts to the point.</param>
    /// <param name="search">Working memory on the same network, lent for this call.</param>
    /// <param name="overlay">How the gates stand and what is closed; null means as it is whenever everything is open.</param>
    public IReadOnlyList<PostFound<T>> Find(
        ReadOnlySpan<SnapPoint> seeds,
        Predicate<T> suits,
        int count,
        Pace pace,
        int limitMs,
        WalkDirection direction,
        NearestSearch search,
        NetworkOverlay? overlay = null
    )
    {
        var nearest = new List<NearPoint>(count);
        search.Run(
            seeds,
            _places,
            count,
            pace,
            limitMs,
            nearest,
            direction,
            index => suits(_posts[index].Thing),
            overlay
        );

        var found = new PostFound<T>[nearest.Count];
        for (int i = 0; i < found.Length; i++)
        {
            WalkPath walk =
                search.PathTo(nearest[i])
                ?? throw new InvalidOperationException(
                    $"{_posts[nearest[i].Point].Code} was found at {nearest[i].WalkMs} ms and has no walk."
                );
            found[i] = new PostFound<T>(_posts[nearest[i].Point], walk, direction == WalkDirection.Forward);
        }

        return found;
    }
}
