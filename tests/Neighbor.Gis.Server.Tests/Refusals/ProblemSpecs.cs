using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Server.Refusals;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Refusals;

public class ProblemSpecs
{
    private static readonly string[] Parts = ["title", "detail", "meaning", "remedy"];

    public static TheoryData<string> Names => [.. Problems.All.Select(problem => problem.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_problem_has_its_words_in_both_languages(string name)
    {
        foreach (Language language in Language.All)
        {
            foreach (string part in Parts)
            {
                Assert.False(string.IsNullOrWhiteSpace(ProblemTexts.Find(name, language, part)), $"{language} {part}");
            }
        }
    }

    [Fact]
    public void The_resource_has_words_for_the_listed_problems_and_no_others() =>
        Assert.Equal(
            Problems.All.Select(problem => problem.Name).Order(StringComparer.Ordinal),
            ProblemTexts.ProblemNames.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_method_answers_a_listed_problem_with_its_status_and_no_place_left_open()
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (Language language in Language.All)
        {
            foreach (ProblemHttpResult result in AllOf(language))
            {
                ProblemType type = Problems.All.Single(known => known.Address == result.ProblemDetails.Type);
                Assert.Equal(type.Status, result.StatusCode);
                Assert.DoesNotContain('{', result.ProblemDetails.Title!);
                Assert.DoesNotContain('{', result.ProblemDetails.Detail!);
                answered.Add(type.Name);
            }
        }

        Assert.Equal(Problems.All.Count, answered.Count);
    }

    [Fact]
    public void A_value_that_looks_like_a_place_is_left_as_it_came()
    {
        ProblemHttpResult result = Problems.UnknownArea(Language.English, "{count}", ["359921000000"]);
        Assert.Contains("the code {count};", result.ProblemDetails.Detail, StringComparison.Ordinal);
    }

    private static List<ProblemHttpResult> AllOf(Language language)
    {
        List<ProblemHttpResult> results =
        [
            Problems.InvalidRequest(language, [new FieldError("lon", "500", "x"), new FieldError("lat", null, "y")]),
            Problems.UnknownAddress(language, "/x"),
            Problems.MethodNotAllowed(language, "/x", "POST"),
            Problems.UnknownArea(language, "11", ["359921000000"]),
            Problems.UnknownLayer(language, "x", ["buildings"]),
            Problems.UnknownTile(language, "1", "2", "3"),
            Problems.EmptyMap(language, "network"),
            Problems.NotOnNetwork(language, 412.3, 300),
            Problems.LooksSwapped(language, 25.2, 118.5),
            Problems.InternalError(language, "00-1"),
            Problems.DatabaseUnavailable(language),
        ];
        int methods = typeof(Problems)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Count(method => method.ReturnType == typeof(ProblemHttpResult));
        Assert.Equal(methods, results.Count);
        return results;
    }
}
