using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Neighbor.Gis.Server.Paces;
using Neighbor.Gis.Server.Settings;
using Neighbor.Gis.Server.Tests.Hosting;
using Neighbor.Gis.Testing.Scenes;
using Neighbor.Gis.Walking.Paces;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Paces;

public class PaceBookSpecs
{
    [Fact]
    public void Without_settings_the_paces_are_those_the_product_brings_along() => Assert.Equal(Pace.All, Read().All);

    [Fact]
    public void A_setting_changes_what_it_names_and_nothing_else()
    {
        PaceBook book = Read(("elder:metresPerSecond", "0.9"), ("elder:stepUpSeconds", "0.75"));
        Pace expected = new("elder", 900)
        {
            StepUpMs = 750,
            StepDownMs = Pace.Elder.StepDownMs,
            StairsUpMillimetresPerSecond = Pace.Elder.StairsUpMillimetresPerSecond,
            StairsDownMillimetresPerSecond = Pace.Elder.StairsDownMillimetresPerSecond,
            MinorSignalMs = Pace.Elder.MinorSignalMs,
            MajorSignalMs = Pace.Elder.MajorSignalMs,
            MindsSlope = Pace.Elder.MindsSlope,
        };
        Assert.Equal(expected, book.Get("elder"));
        Assert.Equal(Pace.Adult, book.Get("adult"));
    }

    [Fact]
    public void A_new_pace_has_a_speed_and_a_name_for_people()
    {
        PaceBook book = Read(
            ("postman:metresPerSecond", "1.5"),
            ("postman:zh", "邮递员"),
            ("postman:en", "Postman"),
            ("postman:liftSeconds", "40"),
            ("postman:liftFloorSeconds", "3"),
            ("postman:minorSignalSeconds", "5"),
            ("postman:majorSignalSeconds", "15"),
            ("postman:stairsUpMetresPerSecond", "0.6"),
            ("postman:stairsDownMetresPerSecond", "0.7"),
            ("postman:stepDownSeconds", "0.4"),
            ("postman:mindsSlope", "true"),
            ("postman:avoidsSteps", "false"),
            ("postman:steepestPercent", "25")
        );
        Pace postman = book.Get("postman");
        Assert.Equal(
            (1_500, 40_000, 3_000, 5_000, 15_000, 600, 700, 0, 400, true, false, 25),
            (
                postman.MillimetresPerSecond,
                postman.LiftMs,
                postman.LiftFloorMs,
                postman.MinorSignalMs,
                postman.MajorSignalMs,
                postman.StairsUpMillimetresPerSecond,
                postman.StairsDownMillimetresPerSecond,
                postman.StepUpMs,
                postman.StepDownMs,
                postman.MindsSlope,
                postman.AvoidsSteps,
                postman.SteepestPercent
            )
        );
        Assert.Equal(("邮递员", "Postman"), (book.WordOf(postman).Zh, book.WordOf(postman).En));
    }

    [Theory]
    [InlineData("elder:metresPerSecond", "fast", "Walking:Paces:elder:metresPerSecond")]
    [InlineData("elder:metresPerSecond", "0", "Walking:Paces:elder:metresPerSecond")]
    [InlineData("elder:metresPerSecond", "5.1", "Walking:Paces:elder:metresPerSecond")]
    [InlineData("elder:metresPerSecond", "NaN", "Walking:Paces:elder:metresPerSecond")]
    [InlineData("elder:speed", "1", "Walking:Paces:elder:speed")]
    [InlineData("elder:mindsSlope", "maybe", "Walking:Paces:elder:mindsSlope")]
    [InlineData("elder:liftSeconds", "-1", "Walking:Paces:elder:liftSeconds")]
    [InlineData("postman:liftSeconds", "10", "Walking:Paces:postman:metresPerSecond")]
    [InlineData("Post man:metresPerSecond", "1", "Walking:Paces:Post man")]
    public void A_wrong_setting_is_named_by_its_key(string key, string value, string named)
    {
        WrongSettingException wrong = Assert.Throws<WrongSettingException>(() => Read((key, value)));
        Assert.Equal(named, wrong.Key);
        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_pace_can_be_asked_for_and_the_answer_names_it()
    {
        await using TownHost town = new(SmallTown.Deliver(), ("Walking:Paces:postman:metresPerSecond", "2"));
        Spatial.Position at = SmallTown.At(800, 600);
        JsonElement answer = await town.GetAsync(
            FormattableString.Invariant(
                $"/api/v1/nearest/service-points?lon={at.Longitude}&lat={at.Latitude}&function=medical&maxMinutes=60&pace=postman"
            )
        );
        Assert.Equal("postman", answer.GetProperty("pace").GetProperty("name").GetString());
        JsonElement first = answer.GetProperty("results")[0];
        Assert.Equal(
            first.GetProperty("walkMetres").GetDouble() / 2,
            first.GetProperty("walkSeconds").GetDouble(),
            0.1
        );
        Assert.Contains(
            (await town.GetAsync("/api/v1/catalogue")).GetProperty("paces").EnumerateArray(),
            pace => pace.GetProperty("name").GetString() == "postman"
        );
    }

    private static PaceBook Read(params (string Key, string Value)[] settings) =>
        PaceBook.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(one => KeyValuePair.Create("Walking:Paces:" + one.Key, (string?)one.Value))
                )
                .Build()
        );
}
