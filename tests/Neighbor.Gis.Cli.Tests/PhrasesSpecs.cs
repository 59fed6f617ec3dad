using System.Text.RegularExpressions;
using Neighbor.Gis.Cli.Databases;
using Neighbor.Gis.Cli.Words;
using Neighbor.Gis.Ingest.Features;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Testing;
using Xunit;

namespace Neighbor.Gis.Cli.Tests;

public sealed partial class PhrasesSpecs
{
    private static readonly Phrases Chinese = new(Language.Chinese);
    private static readonly Phrases English = new(Language.English);

    [Fact]
    public void Every_phrase_stands_in_both_languages_with_the_same_blanks()
    {
        foreach (string key in Phrases.Keys)
        {
            Assert.NotEqual("", Chinese[key]);
            Assert.NotEqual("", English[key]);
            Assert.Equal((key, Blanks(Chinese[key])), (key, Blanks(English[key])));
            Assert.Matches(Han(), Chinese[key]);
            Assert.DoesNotMatch(Han(), English[key].Replace("代码", "").Replace("名称", ""));
        }
    }

    [Fact]
    public void Every_phrase_the_program_asks_for_is_there_and_none_is_left_over()
    {
        HashSet<string> asked =
        [
            .. Enum.GetValues<AreaFault>().Select(fault => $"areaFault.{Camel(fault)}"),
            .. Enum.GetValues<GeoJsonFault>().Select(fault => $"geoJson.{Camel(fault)}"),
            .. Enum.GetValues<AreaLevel>().Select(level => $"level.{Camel(level)}"),
            .. RowCounts.Ledgers.Select(ledger => $"ledger.{ledger}"),
        ];
        string folder = Path.Combine(RepositoryFiles.Root, "tools", "Neighbor.Gis.Cli");
        foreach (string file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            foreach (Match match in Quoted().Matches(File.ReadAllText(file)))
            {
                string text = match.Groups["text"].Value;
                if (Phrases.Keys.Contains(text))
                {
                    asked.Add(text);
                }
            }
        }

        // An area that is not GeoJSON is told by the GeoJSON fault itself.
        Assert.Equal([], Phrases.Keys.Except(asked));
        Assert.Equal([], asked.Except(Phrases.Keys));
    }

    [Theory]
    [InlineData(null, null, null, "zh")]
    [InlineData("en_US.UTF-8", null, null, "en")]
    [InlineData("zh_CN.UTF-8", null, null, "zh")]
    [InlineData("C.UTF-8", null, null, "zh")]
    [InlineData("zh_CN.UTF-8", "en_GB.UTF-8", null, "en")]
    [InlineData("en_US.UTF-8", null, "zh", "zh")]
    [InlineData("zh_CN.UTF-8", null, "en", "en")]
    public void The_language_is_the_one_asked_for_or_else_the_environments_or_else_Chinese(
        string? lang,
        string? all,
        string? option,
        string expected
    )
    {
        string[] arguments = option is null ? [] : ["database", "--lang", option];
        Language language = Phrases.Choose(
            arguments,
            name =>
                name switch
                {
                    "LANG" => lang,
                    "LC_ALL" => all,
                    _ => null,
                }
        );
        Assert.Equal(expected, Phrases.Word(language));
    }

    private static string Blanks(string text) =>
        string.Join(' ', Blank().Matches(text).Select(match => match.Value).Distinct().Order());

    private static string Camel(Enum word) => char.ToLowerInvariant(word.ToString()[0]) + word.ToString()[1..];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("\"(?<text>[A-Za-z.]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
