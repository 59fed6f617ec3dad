using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Xunit;

namespace Neighbor.Gis.Neighborhood.Tests.Codes;

public class CodeSpecs
{
    [Theory]
    [InlineData("35", AreaLevel.Province)]
    [InlineData("3599", AreaLevel.Prefecture)]
    [InlineData("359921", AreaLevel.County)]
    [InlineData("359921001", AreaLevel.Town)]
    [InlineData("359921001001", AreaLevel.Community)]
    [InlineData("460400000000", AreaLevel.Prefecture)] // Danzhou: a prefecture without counties
    [InlineData("460400100000", AreaLevel.Town)] // and its town, whose county segment is zeros
    public void The_segments_of_a_code_say_its_level(string text, AreaLevel level) =>
        Assert.Equal(level, AreaCode.Parse(text).Level);

    [Theory]
    [InlineData("359921001001", "359921001000")]
    [InlineData("359921001000", "359921000000")]
    [InlineData("359921000000", "359900000000")]
    [InlineData("460400100000", "460400000000")]
    public void The_parent_is_the_next_code_up_that_differs(string code, string parent) =>
        Assert.Equal(parent, AreaCode.Parse(code).Parent!.Value.Value);

    [Fact]
    public void A_province_has_no_parent() => Assert.Null(AreaCode.Parse("350000000000").Parent);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("35992")]
    [InlineData("3599210010011")]
    [InlineData("059921001001")]
    [InlineData("35992100100a")]
    [InlineData("３５９９２１")]
    public void What_is_no_area_code_is_not_read(string? text) => Assert.False(AreaCode.TryParse(text, out _));

    [Fact]
    public void An_area_covers_the_codes_below_it_and_no_others()
    {
        AreaCode town = AreaCode.Parse("359921001");
        Assert.True(town.Covers("35992100100100001"));
        Assert.True(town.Covers("359921001000"));
        Assert.False(town.Covers("359921002001"));
    }

    [Theory]
    [InlineData("359921001001000")]
    [InlineData("35992100100101")]
    [InlineData("35992100100100x")]
    public void What_is_no_grid_code_is_not_read(string text) => Assert.False(GridCode.TryParse(text, out _));

    [Fact]
    public void A_grid_code_names_its_community_and_its_place_there()
    {
        GridCode code = GridCode.Of(AreaCode.Parse("359921001001"), 7);
        Assert.Equal("359921001001007", code.Value);
        Assert.Equal(("359921001001", 7), (code.Community.Value, code.Sequence));
    }
}
