using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Xunit;

namespace Neighbor.Gis.Dispatch.Tests.Nearest;

public sealed class NearestPostsSpecs
{
    private const int Always = 24 * 3_600_000;

    [Fact]
    public void The_soonest_on_foot_comes_first_though_another_is_nearer_in_a_straight_line()
    {
        // b is 200 m east of o across the block, and 600 m on foot; c is 300 m west along the street.
        Town town = Town.Draw(
            """
            c──o b
               │ │
               │ │
               └─┘
            """
        );
        Assert.Equal(["c", "b"], Found(town, 'o', "bc", 5));
    }

    [Fact]
    public void Of_equally_near_ones_the_lower_code_comes_first_whatever_the_order_of_asking()
    {
        Town town = Town.Draw("b────o────c");
        Assert.Equal(["b", "c"], Found(town, 'o', "bc", 2));
        Assert.Equal(["b", "c"], Found(town, 'o', "cb", 2));
    }

    [Fact]
    public void Who_does_not_suit_is_passed_over_and_the_next_one_found()
    {
        Town town = Town.Draw("o──a──b──c");
        Assert.Equal(["c"], Found(town, 'o', "abc", 1, suits: place => place == 'c'));
    }

    [Fact]
    public void A_post_at_the_limit_is_found_and_one_beyond_is_not()
    {
        // A character is 100 m and the planning pace 1 m/s, so a is 300 s away. Metres are geodesic: a millisecond of play.
        Town town = Town.Draw("o──a");
        Assert.Equal(["a"], Found(town, 'o', "a", 1, limitMs: 300_001));
        Assert.Empty(Found(town, 'o', "a", 1, limitMs: 299_990));
    }

    [Fact]
    public void A_post_with_no_path_near_is_kept_and_never_found()
    {
        Town town = Town.Draw("o──a");
        Post<char> lost = new("0", 'x', town.Near('a', 0, 900), town.Snap(town.Near('a', 0, 900)));
        NearestPosts<char> posts = new(town.Network, [lost, PostAt(town, 'a')]);
        Assert.Equal(2, posts.Posts.Count);
        Assert.Equal(["a"], Codes(posts, town, 'o', 5, _ => true, Always));
    }

    [Fact]
    public void Nobody_is_sent_through_a_compound_he_does_not_live_in()
    {
        // Through A it is 400 m from o to b; round it 1,200 m, so c at 500 m is sooner.
        Town town = Town.Draw(
                """
                c────o─g─k─b
                     │     │
                     │     │
                     │     │
                     └─────┘
                """
            )
            .Zoned(".......AAA.")
            .Gate('g', Passage.Terminal, "A")
            .Gate('k', Passage.Terminal, "A");
        Assert.Equal(["c", "b"], Found(town, 'o', "bc", 2));
    }

    [Fact]
    public void The_walk_comes_from_the_responder_when_asked_in_reverse()
    {
        // One way only: from a to o it is 300 m, from o to a there is no way.
        Town town = Town.Draw("o←─a");
        NearestPosts<char> posts = new(town.Network, [PostAt(town, 'a')]);
        NearestSearch search = new(town.Network);
        Assert.Empty(posts.Find([town.Seed('o')], _ => true, 1, Pace.Planning, Always, WalkDirection.Forward, search));
        PostFound<char> found = Assert.Single(
            posts.Find([town.Seed('o')], _ => true, 1, Pace.Planning, Always, WalkDirection.Reverse, search)
        );
        Assert.False(found.IsTowardsPost);
        Assert.Equal(300, found.Walk.WalkMs / 1000.0, 0.1);
    }

    [Fact]
    public void The_answer_is_the_head_of_all_walks_sorted()
    {
        Town town = Town.Draw(
            """
            a──b──c──d
            │  │  │  │
            e──f──g──h
            │  │  │  │
            i──j──k──l
            """
        );
        const string places = "abcdefghijkl";
        Prop.ForAll(
                Gen.Choose(0, places.Length - 1).ToArbitrary(),
                Gen.Choose(1, places.Length).ToArbitrary(),
                Gen.Choose(0, (1 << places.Length) - 1).ToArbitrary(),
                (origin, count, set) =>
                {
                    char from = places[origin];
                    char[] chosen = [.. places.Where((_, i) => (set >> i & 1) == 1)];
                    IEnumerable<string> expected = chosen
                        .Select(place => (Code: place.ToString(), Metres: town.WalkMetres(from, place)!.Value))
                        .OrderBy(one => one.Metres)
                        .ThenBy(one => one.Code, StringComparer.Ordinal)
                        .Take(count)
                        .Select(one => one.Code);
                    return expected.SequenceEqual(Found(town, from, new string(chosen), count));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<string> Found(
        Town town,
        char origin,
        string places,
        int count,
        int limitMs = Always,
        Predicate<char>? suits = null
    )
    {
        NearestPosts<char> posts = new(town.Network, places.Select(place => PostAt(town, place)));
        return Codes(posts, town, origin, count, suits ?? (_ => true), limitMs);
    }

    private static IReadOnlyList<string> Codes(
        NearestPosts<char> posts,
        Town town,
        char origin,
        int count,
        Predicate<char> suits,
        int limitMs
    ) =>
        [
            .. posts
                .Find(
                    [town.Seed(origin)],
                    suits,
                    count,
                    Pace.Planning,
                    limitMs,
                    WalkDirection.Forward,
                    new NearestSearch(town.Network)
                )
                .Select(found => found.Post.Code),
        ];

    private static Post<char> PostAt(Town town, char place) =>
        new(place.ToString(), place, town.At(place), town.Snap(town.At(place)));
}
