using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Questions;

public class QuestionShapeSpecs
{
    private static readonly QuestionShape Shape = QuestionShape.Of<Query>(["planning", "adult", "frail"]);

    [Theory]
    [InlineData("lon=118.5&lat=25.2&pace=adult")]
    [InlineData("lon=-180&lat=-90&k=50&skill=firstAid&path=true&pace=frail")]
    [InlineData("LON=118.5&Lat=25.2&pace=adult")]
    [InlineData("lon=1.185e2&lat=25.2&pace=adult&minutes=5,10,60")]
    public void A_question_within_its_rules_has_no_errors(string query) => Assert.Empty(Check(query));

    [Theory]
    [InlineData("lon=500&lat=25.2", "lon", "500")]
    [InlineData("lon=abc&lat=25.2", "lon", "abc")]
    [InlineData("lon=&lat=25.2", "lon", "")]
    [InlineData("lon=NaN&lat=25.2", "lon", "NaN")]
    [InlineData("lon=Infinity&lat=25.2", "lon", "Infinity")]
    [InlineData("lon=1e400&lat=25.2", "lon", "1e400")]
    [InlineData("lon=118,5&lat=25.2", "lon", "118,5")]
    [InlineData("lon= 118.5&lat=25.2", "lon", " 118.5")]
    [InlineData("lat=25.2", "lon", null)]
    [InlineData("lon=118.5&lat=25.2&k=0", "k", "0")]
    [InlineData("lon=118.5&lat=25.2&k=51", "k", "51")]
    [InlineData("lon=118.5&lat=25.2&k=2.5", "k", "2.5")]
    [InlineData("lon=118.5&lat=25.2&k=99999999999", "k", "99999999999")]
    [InlineData("lon=118.5&lat=25.2&skill=cooking", "skill", "cooking")]
    [InlineData("lon=118.5&lat=25.2&skill=0", "skill", "0")]
    [InlineData("lon=118.5&lat=25.2&skill=FirstAid", "skill", "FirstAid")]
    [InlineData("lon=118.5&lat=25.2&path=yes", "path", "yes")]
    [InlineData("lon=118.5&lat=25.2&pace=fast", "pace", "fast")]
    [InlineData("lon=118.5&lat=25.2&minutes=5,5", "minutes", "5,5")]
    [InlineData("lon=118.5&lat=25.2&minutes=0", "minutes", "0")]
    [InlineData("lon=118.5&lat=25.2&minutes=61", "minutes", "61")]
    [InlineData("lon=118.5&lat=25.2&minutes=5,,10", "minutes", "5,,10")]
    [InlineData("lon=118.5&lat=25.2&minutes=1,2,3,4,5,6,7", "minutes", "1,2,3,4,5,6,7")]
    [InlineData("lon=118.5&lat=25.2&lon=118.6", "lon", "118.5,118.6")]
    [InlineData("lon=118.5&lat=25.2&radius=3", "radius", "3")]
    [InlineData("lon=118.5&lat=25.2&area=abc", "area", "abc")]
    public void A_field_outside_its_rules_is_named_with_the_value_found(string query, string field, string? found)
    {
        FieldError error = Assert.Single(Check(query));
        Assert.Equal((field, found), (error.Field, error.Found));
        Assert.NotEmpty(error.Allowed);
    }

    [Fact]
    public void Every_wrong_field_is_named_at_once() =>
        Assert.Equal(["lon", "lat", "k", "x"], Check("lon=a&lat=b&k=c&x=d").Select(error => error.Field));

    [Fact]
    public void Longitude_and_latitude_the_wrong_way_round_are_recognised()
    {
        FieldError error = Assert.Single(Check("lon=25.2&lat=118.5"));
        Assert.Equal("lat", error.Field);
        Assert.Contains("swapped", error.Hint, StringComparison.Ordinal);
        Assert.Null(Assert.Single(Check("lon=25.2&lat=95x")).Hint);
        Assert.All(Check("lon=200&lat=118.5"), wrong => Assert.Null(wrong.Hint));
    }

    [Fact]
    public void The_allowed_words_are_listed() =>
        Assert.Equal(
            "one of firstAid, nursing, counselling, repair, errands, childminding, mediation, firefighting, signLanguage, driving",
            Assert.Single(Check("lon=1&lat=1&skill=x")).Allowed
        );

    [Fact]
    public void A_question_without_fields_takes_none() =>
        Assert.Equal("x", Assert.Single(QuestionShape.Empty.Check(Parse("x=1"), Language.Chinese)).Field);

    private static IReadOnlyList<FieldError> Check(string query) => Shape.Check(Parse(query), Language.English);

    private static QueryCollection Parse(string query) => new(QueryHelpers.ParseQuery(query));

    public sealed record Query(
        [property: Range(-180d, 180d)] double Lon,
        [property: Range(-90d, 90d)] double Lat,
        Skill? Skill = null,
        [property: Range(1, 50)] int K = 5,
        [property: PaceName] string Pace = "planning",
        bool Path = false,
        [property: MinutesList(1, 60, 6)] string Minutes = "15",
        [property: AreaCodeText] string? Area = null
    );
}
