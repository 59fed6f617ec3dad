using Neighbor.Gis.Ingest.Osm.Rules;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

/// <summary>
/// Every class of way with every word of access: what the rule of the product says, derived here a second time from the
/// two lists it is made of – what a class is by itself, and what a word does to it.
/// </summary>
public sealed class WayMatrixSpecs
{
    /// <summary>
    /// What a class is without any other tag: walked; never (but by a foot=yes or designated of its own); closed unless foot
    /// lets in; beside a footway; other, which no word opens.
    /// </summary>
    private static readonly Dictionary<string, string> Classes = new()
    {
        ["motorway"] = "never",
        ["motorway_link"] = "never",
        ["construction"] = "never",
        ["proposed"] = "never",
        ["raceway"] = "never",
        ["bus_guideway"] = "never",
        ["via_ferrata"] = "never",
        ["trunk"] = "trunk",
        ["trunk_link"] = "trunk",
        ["bridleway"] = "bridleway",
        ["cycleway"] = "cycleway",
        ["primary"] = "walked",
        ["primary_link"] = "walked",
        ["secondary"] = "walked",
        ["secondary_link"] = "walked",
        ["tertiary"] = "walked",
        ["tertiary_link"] = "walked",
        ["unclassified"] = "walked",
        ["residential"] = "walked",
        ["living_street"] = "walked",
        ["service"] = "walked",
        ["road"] = "walked",
        ["pedestrian"] = "walked",
        ["footway"] = "walked",
        ["path"] = "walked",
        ["steps"] = "walked",
        ["track"] = "walked",
        ["corridor"] = "walked",
        ["elevator"] = "walked",
        ["platform"] = "walked",
        ["escape"] = "other",
        ["rest_area"] = "other",
        ["services"] = "other",
        ["bus_stop"] = "other",
    };

    /// <summary>What a tag says: nothing, in, in for visitors, for those who belong, out; and whether foot itself says it.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        [""] = "silent",
        ["foot=yes"] = "in foot",
        ["foot=designated"] = "in foot",
        ["foot=permissive"] = "in foot",
        ["foot=official"] = "in foot",
        ["access=yes"] = "in",
        ["access=permissive"] = "in",
        ["foot=destination"] = "visitors foot",
        ["access=customers"] = "visitors",
        ["foot=private"] = "belong",
        ["access=private"] = "belong",
        ["access=permit"] = "belong",
        ["access=residents"] = "belong",
        ["access=delivery"] = "belong",
        ["foot=no"] = "out",
        ["access=no"] = "out",
        ["foot=use_sidepath"] = "out",
        ["access=military"] = "out",
        ["access=agricultural"] = "out",
        ["access=forestry"] = "out",
        ["access=emergency"] = "out",
        ["access=no|foot=yes"] = "in foot",
        ["access=private|foot=permissive"] = "in foot",
        ["access=yes|foot=no"] = "out",
        ["access=no;permissive"] = "in",
        ["foot=unknown|access=private"] = "belong",
        ["motor_vehicle=no"] = "silent",
    };

    [Fact]
    public void Every_class_with_every_word_is_judged_as_the_rule_says()
    {
        List<string> wrong = [];
        foreach ((string highway, string sort) in Classes)
        {
            foreach ((string word, string meaning) in Words)
            {
                string tags = "highway=" + highway + (word.Length > 0 ? "|" + word : "");
                string expected = Expected(sort, meaning, word);
                string found = WayRules.Judge(WayRulesSpecs.Tags(tags)).Verdict.ToString();
                if (expected != found)
                {
                    wrong.Add($"{tags}: {found}, not {expected}");
                }
            }
        }

        Assert.True(Classes.Count * Words.Count >= 120);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("motorway", "never-walked")]
    [InlineData("trunk", "trunk-without-sidewalk")]
    [InlineData("bridleway", "bridleway")]
    [InlineData("cycleway", "cycleway")]
    [InlineData("residential", "walked")]
    [InlineData("escape", "other-class")]
    public void Each_sort_of_class_has_a_row_of_its_own(string highway, string key)
    {
        string sort = Classes[highway];
        Assert.All(
            Classes.Where(c => c.Value == sort),
            c => Assert.Equal(key, WayRules.Judge(WayRulesSpecs.Tags("highway=" + c.Key)).Reason.Key)
        );
    }

    private static string Expected(string sort, string meaning, string word)
    {
        bool isByFoot = meaning.EndsWith(" foot", StringComparison.Ordinal);
        if (meaning == "out" || sort == "other")
        {
            return "Closed";
        }

        if (sort == "never")
        {
            bool isNamed = word.Contains("foot=yes", StringComparison.Ordinal) || word == "foot=designated";
            return isNamed ? "Public" : "Closed";
        }

        if (sort is "trunk" or "bridleway" && !isByFoot)
        {
            return "Closed";
        }

        return meaning.Split(' ')[0] switch
        {
            "belong" or "visitors" => "Private",
            _ => sort == "cycleway" && !isByFoot ? "PublicUnlessBesideFootway" : "Public",
        };
    }
}
