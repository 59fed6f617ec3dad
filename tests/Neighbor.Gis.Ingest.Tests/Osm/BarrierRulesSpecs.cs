using System.Reflection;
using Neighbor.Gis.Ingest.Osm.Rules;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

/// <summary>The table of barriers, case by case; the expected class follows from who can pass the real thing on foot.</summary>
public sealed class BarrierRulesSpecs
{
    [Theory]
    // Gates say who passes, or nothing.
    [InlineData("barrier=gate", "GateUnknown gate-unknown")]
    [InlineData("barrier=gate|access=unknown", "GateUnknown gate-unknown")]
    [InlineData("barrier=lift_gate", "GateUnknown gate-unknown")]
    [InlineData("barrier=swing_gate", "GateUnknown gate-unknown")]
    [InlineData("barrier=sliding_gate", "GateUnknown gate-unknown")]
    [InlineData("barrier=wicket_gate", "GateUnknown gate-unknown")]
    [InlineData("barrier=gate|bicycle=no", "GateUnknown gate-unknown")]
    [InlineData("barrier=gate|access=yes", "GateOpen gate-open")]
    [InlineData("barrier=gate|foot=yes|access=private", "GateOpen gate-open")]
    [InlineData("barrier=gate|foot=permissive", "GateOpen gate-open")]
    [InlineData("barrier=gate|foot=designated|locked=yes", "GateOpen gate-open")]
    [InlineData("barrier=gate|entrance=emergency|access=permissive", "GateOpen gate-open")]
    [InlineData("barrier=gate|access=private", "GateResidents gate-residents")]
    [InlineData("barrier=gate|access=private|locked=yes", "GateResidents gate-residents")]
    [InlineData("barrier=gate|access=residents", "GateResidents gate-residents")]
    [InlineData("barrier=lift_gate|access=permit", "GateResidents gate-residents")]
    [InlineData("barrier=gate|access=customers", "GateVisitors gate-visitors")]
    [InlineData("barrier=gate|access=destination", "GateVisitors gate-visitors")]
    [InlineData("barrier=gate|access=no", "GateClosed gate-closed")]
    [InlineData("barrier=gate|foot=no|access=yes", "GateClosed gate-closed")]
    [InlineData("barrier=gate|access=military", "GateClosed gate-closed")]
    [InlineData("barrier=gate|locked=yes", "GateClosed gate-locked")]
    [InlineData("barrier=gate|locked=no", "GateUnknown gate-unknown")]
    [InlineData("barrier=gate|entrance=emergency", "GateEmergency gate-emergency")]
    [InlineData("barrier=gate|access=emergency", "GateEmergency gate-emergency")]
    [InlineData("barrier=gate|access=no|access:conditional=yes @ (06:00-22:00)", "GateOpen gate-opened-at-hours")]
    [InlineData("barrier=gate|opening_hours=06:00-22:00", "GateUnknown gate-unknown")]
    [InlineData("barrier=gate|foot:conditional=yes @ (06:00-22:00)", "GateUnknown gate-unknown")]
    [InlineData("barrier=hampshire_gate", "GateUnknown gate-unknown")]
    [InlineData("barrier=sliding_beam|access=private", "GateResidents gate-residents")]
    // A turnstile that turns one way only is a gate.
    [InlineData("barrier=turnstile|oneway=yes", "GateUnknown gate-unknown")]
    [InlineData("barrier=turnstile|oneway:foot=-1|access=yes", "GateOpen gate-open")]
    [InlineData("barrier=full-height_turnstile|entrance=exit", "GateUnknown gate-unknown")]
    [InlineData("barrier=turnstile|exit=only|access=residents", "GateResidents gate-residents")]
    [InlineData("barrier=turnstile|oneway=no", "Passable passable")]
    [InlineData("barrier=bollard|oneway=yes", "Passable passable")]
    // Walls stop everybody, unless they let walkers through.
    [InlineData("barrier=wall", "Blocked wall")]
    [InlineData("barrier=fence", "Blocked wall")]
    [InlineData("barrier=hedge", "Blocked wall")]
    [InlineData("barrier=jersey_barrier", "Blocked wall")]
    [InlineData("barrier=debris", "Blocked wall")]
    [InlineData("barrier=city_wall", "Blocked wall")]
    [InlineData("barrier=wall|access=no", "Blocked wall")]
    [InlineData("barrier=retaining_wall", "Blocked wall")]
    [InlineData("barrier=wall|access=private", "Blocked wall")] // no door is mapped in it
    [InlineData("barrier=fence|access=customers", "Passable barrier-allowed")]
    [InlineData("barrier=fence|foot=yes", "Passable barrier-allowed")]
    [InlineData("barrier=wall|access=permissive", "Passable barrier-allowed")]
    [InlineData("barrier=jersey_barrier|foot=designated|access=no", "Passable barrier-allowed")]
    // Everything else is walked past.
    [InlineData("barrier=bollard", "Passable passable")]
    [InlineData("barrier=block", "Passable passable")]
    [InlineData("barrier=cycle_barrier", "Passable passable")]
    [InlineData("barrier=kissing_gate", "Passable passable")]
    [InlineData("barrier=stile", "Passable passable")]
    [InlineData("barrier=turnstile", "Passable passable")]
    [InlineData("barrier=full-height_turnstile", "Passable passable")]
    [InlineData("barrier=sally_port", "Passable passable")]
    [InlineData("barrier=cattle_grid", "Passable passable")]
    [InlineData("barrier=kerb|kerb=raised", "Passable passable")]
    [InlineData("barrier=chain", "Passable passable")]
    [InlineData("barrier=entrance", "Passable passable")]
    [InlineData("barrier=yes", "Passable passable")]
    [InlineData("barrier=toll_booth", "Passable passable")]
    [InlineData("barrier=bollard|access=no|foot=yes", "Passable barrier-allowed")]
    [InlineData("barrier=bollard|access=no", "Blocked barrier-closed")]
    [InlineData("barrier=chain|foot=no", "Blocked barrier-closed")]
    [InlineData("barrier=chain|locked=yes", "Blocked barrier-locked")]
    [InlineData("barrier=chain|locked=yes|foot=yes", "Passable barrier-allowed")]
    [InlineData("barrier=bollard|access=private", "Passable barrier-allowed")]
    // Nodes that are no barriers.
    [InlineData("", "Passable passable")]
    [InlineData("highway=crossing", "Passable passable")]
    [InlineData("highway=crossing|foot=no", "Blocked node-closed")]
    [InlineData("amenity=parking|access=no", "Passable passable")]
    [InlineData("entrance=emergency", "Blocked entrance-emergency")]
    [InlineData("entrance=emergency|access=permissive", "Passable passable")]
    [InlineData("entrance=yes", "Passable passable")]
    [InlineData("entrance=main|access=private", "Passable passable")]
    public void A_node_is_judged_by_the_first_row_that_applies(string tags, string expected)
    {
        BarrierRule rule = BarrierRules.Judge(WayRulesSpecs.Tags(tags));
        Assert.Equal(expected, $"{rule.Verdict} {rule.Reason.Key}");
    }

    [Fact]
    public void Every_row_decides_at_least_one_case()
    {
        MethodInfo cases = GetType().GetMethod(nameof(A_node_is_judged_by_the_first_row_that_applies))!;
        IEnumerable<string> decided = cases
            .GetCustomAttributes<InlineDataAttribute>()
            .Select(data => ((string)data.Data[1]!).Split(' ')[1]);
        Assert.Empty(BarrierRules.Rows.Select(row => row.Reason.Key).Except(decided));
    }

    [Fact]
    public void Every_row_has_a_reason_of_its_own_in_both_languages()
    {
        Assert.Equal(BarrierRules.Rows.Count, BarrierRules.Rows.Select(row => row.Reason.Key).Distinct().Count());
        Assert.All(BarrierRules.Rows, r => Assert.True(r.Reason.English.Length > 0 && r.Reason.Chinese.Length > 0));
    }
}
