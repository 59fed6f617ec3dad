using System.Reflection;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Walking.Networks;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

/// <summary>
/// The table of ways, case by case. The expected class follows from the rule of the product: foot before access; private is
/// kept and not walked through; motorways never, expressways with a pavement only; what nobody forbids is walked.
/// </summary>
public sealed class WayRulesSpecs
{
    [Theory]
    // Not a way.
    [InlineData("", "NotAWay not-a-way")]
    [InlineData("building=yes", "NotAWay not-a-way")]
    [InlineData("waterway=river", "NotAWay not-a-way")]
    [InlineData("railway=rail", "NotAWay not-a-way")]
    [InlineData("barrier=wall", "NotAWay not-a-way")]
    [InlineData("foot=yes", "NotAWay not-a-way")]
    [InlineData("landuse=residential|access=private", "NotAWay not-a-way")]
    [InlineData("route=bus", "NotAWay not-a-way")]
    [InlineData("area:highway=footway", "NotAWay not-a-way")]
    // Ferries have a timetable.
    [InlineData("route=ferry", "Closed ferry")]
    [InlineData("route=ferry|foot=yes", "Closed ferry")]
    // Never walked.
    [InlineData("highway=motorway", "Closed never-walked")]
    [InlineData("highway=motorway_link", "Closed never-walked")]
    [InlineData("highway=construction|construction=residential", "Closed never-walked")]
    [InlineData("highway=proposed", "Closed never-walked")]
    [InlineData("highway=raceway", "Closed never-walked")]
    [InlineData("highway=bus_guideway", "Closed never-walked")]
    [InlineData("highway=via_ferrata", "Closed never-walked")]
    [InlineData("highway=motorway|access=yes", "Closed never-walked")]
    [InlineData("highway=motorway|access=private", "Closed never-walked")]
    [InlineData("highway=motorway|sidewalk=both", "Closed never-walked")]
    [InlineData("highway=motorway|foot=permissive", "Closed never-walked")]
    [InlineData("highway=motorway|foot=yes", "Public walked")]
    [InlineData("highway=motorway_link|foot=designated", "Public walked")]
    [InlineData("highway=construction|foot=yes", "Public walked")]
    [InlineData("highway=construction|foot=designated", "Public walked")]
    [InlineData("highway=via_ferrata|foot=yes", "Public walked")]
    [InlineData("highway=primary|motorroad=yes", "Closed motorroad")]
    [InlineData("highway=trunk|motorroad=yes|sidewalk=both", "Closed motorroad")]
    [InlineData("highway=trunk|motorroad=yes|foot=yes", "Public walked")]
    [InlineData("highway=primary|motorroad=no", "Public walked")]
    // Drive-throughs.
    [InlineData("highway=service|service=drive-through", "Closed drive-through")]
    [InlineData("highway=service|service=emergency_access", "Closed drive-through")]
    [InlineData("highway=service|service=emergency_access|foot=yes", "Public walked")]
    [InlineData("highway=service|service=drive-through|access=customers", "Closed drive-through")]
    [InlineData("highway=service|service=driveway", "Public walked")]
    [InlineData("highway=service|service=alley", "Public walked")]
    [InlineData("highway=service|service=parking_aisle", "Public walked")]
    [InlineData("highway=service|service=driveway|access=private", "Private private")]
    [InlineData("highway=service|service=driveway|access=private|foot=yes", "Public walked")]
    // Foot and access, closing.
    [InlineData("highway=footway|foot=no", "Closed access-closed")]
    [InlineData("highway=footway|access=no", "Closed access-closed")]
    [InlineData("highway=residential|foot=use_sidepath", "Closed access-closed")]
    [InlineData("highway=service|access=military", "Closed access-closed")]
    [InlineData("highway=track|access=agricultural", "Closed access-closed")]
    [InlineData("highway=track|access=forestry", "Closed access-closed")]
    [InlineData("highway=track|access=agricultural;forestry", "Closed access-closed")]
    [InlineData("highway=service|access=emergency", "Closed access-closed")]
    [InlineData("highway=residential|access=yes|foot=no", "Closed access-closed")]
    [InlineData("highway=residential|access=private|foot=no", "Closed access-closed")]
    [InlineData("man_made=pier|access=no", "Closed access-closed")]
    [InlineData("highway=steps|foot=no", "Closed access-closed")]
    [InlineData("highway=trunk|sidewalk=both|foot=no", "Closed access-closed")]
    [InlineData("highway=cycleway|foot=no", "Closed access-closed")]
    [InlineData("highway=cycleway|foot=no|segregated=yes", "Closed access-closed")]
    // Foot and access, opening: foot comes first, of several values the most generous.
    [InlineData("highway=residential|access=no|foot=yes", "Public walked")]
    [InlineData("highway=service|access=private|foot=permissive", "Public walked")]
    [InlineData("highway=track|access=agricultural|foot=designated", "Public walked")]
    [InlineData("highway=track|access=agricultural;yes", "Public walked")]
    [InlineData("highway=track|access=forestry; permissive", "Public walked")]
    [InlineData("highway=path|foot=official", "Public walked")]
    [InlineData("highway=path|access=public", "Public walked")]
    [InlineData("highway=residential|access=permissive", "Public walked")]
    [InlineData("highway=residential|foot=yes|access=private", "Public walked")]
    // Values that say nothing.
    [InlineData("highway=residential|access=unknown", "Public walked")]
    [InlineData("highway=residential|foot=unknown|access=private", "Private private")]
    [InlineData("highway=residential|foot=limited", "Public walked")]
    [InlineData("highway=path|foot=discouraged", "Public walked")]
    [InlineData("highway=residential|motor_vehicle=no", "Public walked")]
    [InlineData("highway=residential|vehicle=private", "Public walked")]
    [InlineData("highway=residential|bicycle=no", "Public walked")]
    // Hours open what is otherwise closed.
    [InlineData("highway=footway|access=no|access:conditional=yes @ (06:00-22:00)", "Public opened-at-hours")]
    [InlineData("highway=footway|foot=no|foot:conditional=yes @ 06:00-22:00", "Public opened-at-hours")]
    [InlineData("highway=footway|foot=no|foot:conditional=yes @ (someday)", "Closed access-closed")]
    [InlineData("highway=footway|access:conditional=no @ (22:00-06:00)", "Public walked")]
    [InlineData("highway=footway|foot=no|foot:forward=yes", "Public opened-one-way")]
    [InlineData("highway=path|access=no|foot:backward=designated", "Public opened-one-way")]
    [InlineData("highway=rest_area|foot=no|foot:forward=yes", "Closed access-closed")]
    [InlineData("highway=rest_area|access=no|access:conditional=yes @ (06:00-22:00)", "Closed access-closed")]
    // Expressways.
    [InlineData("highway=trunk", "Closed trunk-without-sidewalk")]
    [InlineData("highway=trunk_link", "Closed trunk-without-sidewalk")]
    [InlineData("highway=trunk|sidewalk=no", "Closed trunk-without-sidewalk")]
    [InlineData("highway=trunk|sidewalk=none", "Closed trunk-without-sidewalk")]
    [InlineData("highway=trunk|sidewalk=separate", "Closed trunk-without-sidewalk")]
    [InlineData("highway=trunk|access=yes", "Closed trunk-without-sidewalk")]
    [InlineData("highway=trunk|access=private", "Closed trunk-without-sidewalk")]
    [InlineData("highway=trunk|sidewalk=yes", "Public walked")]
    [InlineData("highway=trunk|sidewalk=both", "Public walked")]
    [InlineData("highway=trunk|sidewalk=left", "Public walked")]
    [InlineData("highway=trunk_link|sidewalk=right", "Public walked")]
    [InlineData("highway=trunk|sidewalk:right=yes", "Public walked")]
    [InlineData("highway=trunk|sidewalk:both=yes", "Public walked")]
    [InlineData("highway=trunk|foot=yes", "Public walked")]
    [InlineData("highway=trunk|foot=permissive", "Public walked")]
    // Riders.
    [InlineData("highway=bridleway", "Closed bridleway")]
    [InlineData("highway=bridleway|access=yes", "Closed bridleway")]
    [InlineData("highway=bridleway|horse=designated", "Closed bridleway")]
    [InlineData("highway=bridleway|foot=yes", "Public walked")]
    [InlineData("highway=bridleway|foot=designated", "Public walked")]
    [InlineData("highway=bridleway|foot=destination", "Private visitors")]
    // Private ways are kept.
    [InlineData("highway=service|access=private", "Private private")]
    [InlineData("highway=residential|access=residents", "Private private")]
    [InlineData("highway=footway|foot=private", "Private private")]
    [InlineData("highway=footway|access=yes|foot=private", "Private private")]
    [InlineData("highway=service|access=permit", "Private private")]
    [InlineData("highway=service|access=delivery", "Private private")]
    [InlineData("highway=service|access=private;no", "Private private")]
    [InlineData("highway=living_street|access=destination", "Private visitors")]
    [InlineData("highway=service|access=customers", "Private visitors")]
    [InlineData("highway=footway|foot=customers", "Private visitors")]
    [InlineData("highway=service|access=private;customers", "Private visitors")]
    [InlineData("man_made=pier|access=private", "Private private")]
    [InlineData("highway=cycleway|access=private", "Private private")]
    // Cycleways.
    [InlineData("highway=cycleway|foot=yes", "Public cycleway-shared")]
    [InlineData("highway=cycleway|foot=designated", "Public cycleway-shared")]
    [InlineData("highway=cycleway|segregated=yes", "Public cycleway-shared")]
    [InlineData("highway=cycleway|segregated=no", "Public cycleway-shared")]
    [InlineData("highway=cycleway", "PublicUnlessBesideFootway cycleway")]
    [InlineData("highway=cycleway|access=yes", "PublicUnlessBesideFootway cycleway")]
    [InlineData("highway=cycleway|oneway=yes", "PublicUnlessBesideFootway cycleway")]
    // Pavements drawn beside the street.
    [InlineData("highway=residential|sidewalk=separate", "PublicUnlessBesideFootway sidewalk-separate")]
    [InlineData("highway=primary|sidewalk:both=separate", "PublicUnlessBesideFootway sidewalk-separate")]
    [InlineData("highway=secondary|sidewalk:left=separate", "PublicUnlessBesideFootway sidewalk-separate")]
    [InlineData("highway=tertiary_link|sidewalk:right=separate", "PublicUnlessBesideFootway sidewalk-separate")]
    [InlineData("highway=residential|sidewalk=separate|foot=yes", "Public walked")]
    [InlineData("highway=residential|sidewalk=separate|foot=no", "Closed access-closed")]
    [InlineData("highway=residential|sidewalk=separate|access=private", "Private private")]
    [InlineData("highway=footway|sidewalk=separate", "Public walked")]
    [InlineData("highway=residential|sidewalk=both", "Public walked")]
    [InlineData("highway=residential|sidewalk=no", "Public walked")]
    // What is walked.
    [InlineData("highway=primary", "Public walked")]
    [InlineData("highway=primary_link", "Public walked")]
    [InlineData("highway=secondary", "Public walked")]
    [InlineData("highway=secondary_link", "Public walked")]
    [InlineData("highway=tertiary", "Public walked")]
    [InlineData("highway=tertiary_link", "Public walked")]
    [InlineData("highway=unclassified", "Public walked")]
    [InlineData("highway=residential", "Public walked")]
    [InlineData("highway=living_street", "Public walked")]
    [InlineData("highway=service", "Public walked")]
    [InlineData("highway=road", "Public walked")]
    [InlineData("highway=pedestrian", "Public walked")]
    [InlineData("highway=footway", "Public walked")]
    [InlineData("highway=path", "Public walked")]
    [InlineData("highway=steps", "Public walked")]
    [InlineData("highway=track", "Public walked")]
    [InlineData("highway=corridor", "Public walked")]
    [InlineData("highway=elevator", "Public walked")]
    [InlineData("highway=platform", "Public walked")]
    [InlineData("railway=platform", "Public walked")]
    [InlineData("man_made=pier", "Public walked")]
    [InlineData("highway=pedestrian|area=yes", "Public walked")]
    // What is not.
    [InlineData("highway=escape", "Closed other-class")]
    [InlineData("highway=services", "Closed other-class")]
    [InlineData("highway=rest_area", "Closed other-class")]
    [InlineData("highway=abandoned", "Closed other-class")]
    [InlineData("highway=emergency_bay", "Closed other-class")]
    [InlineData("highway=bus_stop", "Closed other-class")]
    [InlineData("highway=abandoned|access=private", "Closed other-class")]
    public void A_way_is_judged_by_the_first_row_that_applies(string tags, string expected)
    {
        WayRule rule = WayRules.Judge(Tags(tags));
        Assert.Equal(expected, $"{rule.Verdict} {rule.Reason.Key}");
    }

    [Fact]
    public void Every_row_decides_at_least_one_case()
    {
        MethodInfo cases = GetType().GetMethod(nameof(A_way_is_judged_by_the_first_row_that_applies))!;
        IEnumerable<string> decided = cases
            .GetCustomAttributes<InlineDataAttribute>()
            .Select(data => ((string)data.Data[1]!).Split(' ')[1]);
        Assert.Empty(WayRules.Rows.Select(row => row.Reason.Key).Except(decided));
    }

    [Fact]
    public void Every_row_has_a_reason_of_its_own_in_both_languages()
    {
        Assert.Equal(WayRules.Rows.Count, WayRules.Rows.Select(row => row.Reason.Key).Distinct().Count());
        Assert.All(WayRules.Rows, row => Assert.True(row.Reason.English.Length > 0 && row.Reason.Chinese.Length > 0));
    }

    [Theory]
    [InlineData("highway=trunk", WayKind.Primary)]
    [InlineData("highway=primary_link", WayKind.Primary)]
    [InlineData("highway=secondary", WayKind.Secondary)]
    [InlineData("highway=tertiary", WayKind.Tertiary)]
    [InlineData("highway=unclassified", WayKind.Tertiary)]
    [InlineData("highway=residential", WayKind.Residential)]
    [InlineData("highway=living_street", WayKind.Residential)]
    [InlineData("highway=service", WayKind.Service)]
    [InlineData("highway=pedestrian", WayKind.Pedestrian)]
    [InlineData("highway=footway", WayKind.Path)]
    [InlineData("highway=cycleway", WayKind.Path)]
    [InlineData("railway=platform", WayKind.Path)]
    [InlineData("man_made=pier", WayKind.Path)]
    [InlineData("highway=steps", WayKind.Steps)]
    [InlineData("highway=steps|conveying=yes", WayKind.Steps)]
    [InlineData("highway=track", WayKind.Track)]
    [InlineData("highway=footway|footway=crossing", WayKind.Crossing)]
    [InlineData("highway=path|path=crossing", WayKind.Crossing)]
    [InlineData("highway=cycleway|cycleway=crossing", WayKind.Crossing)]
    [InlineData("highway=footway|indoor=yes", WayKind.Indoor)]
    [InlineData("highway=corridor", WayKind.Indoor)]
    [InlineData("highway=elevator", WayKind.Elevator)]
    public void What_one_walks_on_follows_from_the_class(string tags, WayKind expected) =>
        Assert.Equal(expected, WayTraits.Kind(Tags(tags)));

    [Theory]
    [InlineData("highway=residential|oneway=yes", WayDirection.Both)]
    [InlineData("highway=footway|oneway=-1", WayDirection.Both)]
    [InlineData("highway=footway|oneway:foot=yes", WayDirection.Forward)]
    [InlineData("highway=footway|oneway:foot=-1", WayDirection.Backward)]
    [InlineData("highway=footway|oneway:foot=no", WayDirection.Both)]
    [InlineData("highway=steps|conveying=forward", WayDirection.Forward)]
    [InlineData("highway=steps|conveying=backward", WayDirection.Backward)]
    [InlineData("highway=steps|conveying=reversible", WayDirection.Both)]
    [InlineData("highway=steps|conveying=yes", WayDirection.Both)]
    [InlineData("highway=steps|conveying=yes|oneway=yes", WayDirection.Forward)]
    [InlineData("highway=steps|conveying=yes|oneway=-1", WayDirection.Backward)]
    [InlineData("highway=path|foot:backward=no", WayDirection.Forward)]
    [InlineData("highway=path|foot:forward=no", WayDirection.Backward)]
    [InlineData("highway=path|foot=no|foot:forward=yes", WayDirection.Forward)]
    [InlineData("highway=path|access=no|foot:backward=yes", WayDirection.Backward)]
    [InlineData("highway=path|access=no|access:conditional=yes @ (06:00-22:00)", WayDirection.Both)]
    public void Only_what_speaks_of_walkers_makes_a_way_one_way(string tags, WayDirection expected) =>
        Assert.Equal(expected, WayTraits.Direction(Tags(tags)));

    [Theory]
    [InlineData("highway=footway", null, false)]
    [InlineData("highway=footway|opening_hours=06:00-22:00", "06:00-22:00", false)]
    [InlineData("highway=footway|opening_hours=24/7", null, false)]
    [InlineData("highway=footway|opening_hours=sunrise-sunset", null, true)]
    [InlineData("highway=footway|access=no|access:conditional=yes @ (Mo-Fr 06:00-22:00)", "Mo-Fr 06:00-22:00", false)]
    [InlineData("highway=footway|foot:conditional=yes @ 07:00-19:00", "07:00-19:00", false)]
    [InlineData("highway=footway|access:conditional=no @ (22:00-06:00)", "06:00-22:00", false)]
    [InlineData("highway=footway|access:conditional=no @ (Su 08:00-12:00)", null, true)]
    [InlineData("highway=footway|foot:conditional=no @ (winter)", null, true)]
    [InlineData("highway=footway|vehicle:conditional=no @ (08:00-20:00)", null, false)]
    [InlineData("highway=footway|access=private|access:conditional=yes @ (06:00-22:00)", null, false)] // residents always
    [InlineData("highway=footway|access=private|access:conditional=no @ (22:00-06:00)", "06:00-22:00", false)]
    [InlineData(
        "highway=footway|access:conditional=delivery @ (06:00-10:00); yes @ (10:00-20:00)",
        "10:00-20:00",
        false
    )]
    public void Hours_are_kept_where_they_can_be_read(string tags, string? expected, bool isUnknown)
    {
        Assert.Equal(expected, ConditionalHours.Of(Tags(tags), out bool unknown));
        Assert.Equal(isUnknown, unknown);
    }

    [Theory]
    [InlineData("bridge=yes", true, false)]
    [InlineData("bridge=viaduct", true, false)]
    [InlineData("bridge=no", false, false)]
    [InlineData("tunnel=yes", false, true)]
    [InlineData("tunnel=building_passage", false, true)]
    [InlineData("layer=1", false, false)]
    public void Bridges_and_tunnels_are_told_by_their_tag(string tags, bool isBridge, bool isTunnel) =>
        Assert.Equal((isBridge, isTunnel), (WayTraits.IsBridge(Tags(tags)), WayTraits.IsTunnel(Tags(tags))));

    [Theory]
    [InlineData("highway=steps|step_count=14", 14)]
    [InlineData("highway=steps", null)]
    [InlineData("highway=steps|step_count=0", null)]
    [InlineData("highway=steps|step_count=-3", null)]
    [InlineData("highway=steps|step_count=about 20", null)]
    [InlineData("highway=steps|step_count=99999999999", null)]
    [InlineData("highway=footway|step_count=14", null)] // a ramp with a note is no flight
    public void Steps_are_counted_on_flights_only(string tags, int? expected) =>
        Assert.Equal(expected, WayTraits.StepCount(Tags(tags)));

    [Theory]
    [InlineData("up", WayRise.Up, null)]
    [InlineData("down", WayRise.Down, null)]
    [InlineData("10%", WayRise.Up, 10)]
    [InlineData("10 %", WayRise.Up, 10)]
    [InlineData("+7.5%", WayRise.Up, 8)]
    [InlineData("-7.4%", WayRise.Down, -7)]
    [InlineData("-12", WayRise.Down, -12)]
    [InlineData("0%", WayRise.Unknown, 0)]
    [InlineData("0.3%", WayRise.Unknown, 0)]
    [InlineData("5°", WayRise.Up, 9)] // tan 5° = 0.0875
    [InlineData("-10 °", WayRise.Down, -18)] // tan 10° = 0.1763
    [InlineData("45%", WayRise.Up, 30)]
    [InlineData("-80°", WayRise.Down, -30)]
    [InlineData("90°", WayRise.Up, 30)]
    [InlineData("steep", WayRise.Unknown, null)]
    [InlineData("10%-12%", WayRise.Unknown, null)]
    [InlineData("yes", WayRise.Unknown, null)]
    [InlineData("", WayRise.Unknown, null)]
    public void Slopes_are_read_in_percent_and_degrees_and_kept_within_30_percent(
        string incline,
        WayRise rise,
        int? percent
    ) => Assert.Equal((rise, percent), Inclines.Of(Tags("highway=path|incline=" + incline)));

    [Theory]
    [InlineData("level=0;1;2", 2)]
    [InlineData("level=-2-3", 5)]
    [InlineData("level=0-5", 5)]
    [InlineData("level=1;0", 1)]
    [InlineData("level=-1; 0", 1)]
    [InlineData("level=0;0.5", 1)]
    [InlineData("level=3", null)] // a lift does not stay where it is
    [InlineData("level=ground;1", null)]
    [InlineData("building:levels=6", 5)]
    [InlineData("building:levels=1", null)]
    [InlineData("level=0;3|building:levels=9", 3)]
    [InlineData("level=0-9999", null)]
    [InlineData("", null)]
    public void A_lift_goes_as_many_floors_as_lie_between_its_stops(string tags, int? expected) =>
        Assert.Equal(expected, Floors.Between(Tags(tags)));

    internal static OsmTags Tags(string tags) =>
        tags.Length == 0 ? OsmTags.None : OsmTags.Of([.. tags.Split('|').SelectMany(tag => tag.Split('=', 2))]);
}
