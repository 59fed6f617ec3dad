using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Server.Catalogues;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Walking.Paces;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Catalogues;

public class CatalogueWordSpecs
{
    public static TheoryData<string, string[]> Lists =>
        new()
        {
            { "functions", [.. Words.Of(typeof(ServiceFunction))] },
            { "skills", [.. Words.Of(typeof(Skill))] },
            { "roles", [.. Words.Of(typeof(DutyRole))] },
            { "paces", [.. Pace.All.Select(pace => pace.Name)] },
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_word_of_the_catalogue_is_known_in_both_languages(string list, string[] keys)
    {
        IReadOnlyList<CatalogueWord> words = CatalogueWord.Of(list, keys);
        Assert.Equal(keys, words.Select(word => word.Key));
        Assert.All(words, word => Assert.True(word.Zh.Length > 0 && word.En.Length > 0, word.Key));
        Assert.Equal(words.Count, words.Select(word => word.Zh).Distinct().Count());
    }
}
