using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

public sealed class PlaceRulesSpecs
{
    [Theory]
    [InlineData("amenity=pharmacy", "Pharmacy Medical")]
    [InlineData("healthcare=pharmacy", "Pharmacy Medical")]
    [InlineData("amenity=clinic|name=翠江社区卫生服务中心", "Clinic Medical")]
    [InlineData("amenity=doctors", "Clinic Medical")]
    [InlineData("amenity=health_post", "Clinic Medical")]
    [InlineData("healthcare=doctor", "Clinic Medical")]
    [InlineData("amenity=hospital", "Hospital Medical")]
    [InlineData("healthcare=hospital", "Hospital Medical")]
    [InlineData("amenity=dentist", null)]
    [InlineData("amenity=veterinary", null)]
    [InlineData("amenity=kindergarten", "Kindergarten Childcare")]
    [InlineData("amenity=childcare", "Kindergarten Childcare")]
    [InlineData("amenity=school", "School Education")]
    [InlineData("amenity=university", null)]
    [InlineData("amenity=nursing_home", "ElderCare Elderly")]
    [InlineData("amenity=social_facility", "ElderCare Elderly")]
    [InlineData("amenity=social_facility|social_facility=nursing_home", "ElderCare Elderly")]
    [InlineData(
        "amenity=social_facility|social_facility=assisted_living|social_facility:for=senior",
        "ElderCare Elderly"
    )]
    [InlineData("amenity=social_facility|social_facility=group_home|social_facility:for=orphan", null)]
    [InlineData("amenity=social_facility|social_facility=workshop", null)]
    [InlineData("amenity=social_facility|social_facility=soup_kitchen", "Canteen Food")]
    [InlineData("amenity=marketplace", "Market Food")]
    [InlineData("shop=supermarket", "Market Food")]
    [InlineData("shop=convenience", "Market Food")]
    [InlineData("shop=greengrocer", "Market Food")]
    [InlineData("shop=clothes", null)]
    [InlineData("amenity=restaurant", null)]
    [InlineData("amenity=restaurant|name=湘菜馆", null)]
    [InlineData("amenity=restaurant|name=第一食堂", "Canteen Food")]
    [InlineData("amenity=canteen", "Canteen Food")]
    [InlineData("amenity=restaurant|name=长者食堂", "Canteen Elderly,Food")]
    [InlineData("highway=bus_stop|name=长者食堂", null)]
    [InlineData("amenity=library", "Library Culture")]
    [InlineData("amenity=community_centre", "Lounge Culture")]
    [InlineData("amenity=community_centre|name=东街党群服务中心", "Station Party,Affairs")]
    [InlineData("highway=bus_stop|name=党群服务中心", null)]
    [InlineData("office=government|name=暖新驿站", "Station Rest")]
    [InlineData("amenity=arts_centre", "Lounge Culture")]
    [InlineData("leisure=sports_centre", "SportsGround Culture")]
    [InlineData("leisure=pitch", "SportsGround Culture")]
    [InlineData("leisure=fitness_centre", null)]
    [InlineData("amenity=townhall", "ServiceDesk Affairs")]
    [InlineData("office=government", "ServiceDesk Affairs")]
    [InlineData("amenity=public_service", "ServiceDesk Affairs")]
    [InlineData("amenity=post_office", "BankOrPost Affairs")]
    [InlineData("amenity=bank", "BankOrPost Affairs")]
    [InlineData("amenity=atm", null)]
    [InlineData("amenity=police", "PoliceRoom Safety")]
    [InlineData("amenity=fire_station", "Other Safety")]
    [InlineData("disused:amenity=school", null)]
    [InlineData("building=school", null)]
    public void A_place_offers_what_its_row_says(string tags, string? expected)
    {
        ServicePointRule? rule = ServicePointRules.Find(WayRulesSpecs.Tags(tags));
        Assert.Equal(expected, rule is null ? null : $"{rule.Kind} {string.Join(',', rule.Functions)}");
    }

    [Fact]
    public void Functions_stand_in_the_order_of_the_catalogue_without_repeats() =>
        Assert.All(ServicePointRules.Rows, row => Assert.Equal(row.Functions.Distinct().Order(), row.Functions));

    [Theory]
    [InlineData("building=apartments", BuildingUse.Residential)]
    [InlineData("building=house", BuildingUse.Residential)]
    [InlineData("building=dormitory", BuildingUse.Residential)]
    [InlineData("building=apartments|shop=convenience", BuildingUse.Mixed)]
    [InlineData("building=retail", BuildingUse.Commercial)]
    [InlineData("building=hotel", BuildingUse.Commercial)]
    [InlineData("building=warehouse", BuildingUse.Industrial)]
    [InlineData("building=greenhouse", BuildingUse.Industrial)]
    [InlineData("building=school", BuildingUse.Public)]
    [InlineData("building=yes", BuildingUse.Unknown)]
    [InlineData("building=yes|amenity=school", BuildingUse.Public)]
    [InlineData("building=yes|shop=supermarket", BuildingUse.Commercial)]
    [InlineData("building=yes|office=government", BuildingUse.Public)]
    [InlineData("building=yes|office=company", BuildingUse.Commercial)]
    [InlineData("building=yes|building:use=residential", BuildingUse.Residential)]
    [InlineData("building=garage", BuildingUse.Unknown)]
    public void A_building_is_used_for_what_its_tags_say(string tags, BuildingUse expected) =>
        Assert.Equal(expected, BuildingUses.Use(WayRulesSpecs.Tags(tags)));

    [Theory]
    [InlineData("building=yes|building:levels=6", 6)]
    [InlineData("building=yes|building:levels=5.5", 5)]
    [InlineData("building=yes|building:levels=4;6", 6)]
    [InlineData("building=yes|building:levels=3-5", 5)]
    [InlineData("building=yes|building:levels=0", null)]
    [InlineData("building=yes|building:levels=many", null)]
    [InlineData("building=yes|building:levels=1e9", null)]
    [InlineData("building=yes", null)]
    public void Storeys_are_read_where_they_are_numbers(string tags, int? expected) =>
        Assert.Equal(expected, BuildingUses.Floors(WayRulesSpecs.Tags(tags)));

    [Theory]
    [InlineData("yes", true)]
    [InlineData("apartments", true)]
    [InlineData("hut", true)]
    [InlineData("no", false)]
    [InlineData("roof", false)]
    [InlineData("construction", false)]
    [InlineData("ruins", false)]
    [InlineData("entrance", false)]
    public void Only_what_stands_and_has_walls_is_a_building(string building, bool expected) =>
        Assert.Equal(expected, BuildingUses.IsStanding(WayRulesSpecs.Tags($"building={building}")));

    [Theory]
    [InlineData("natural=water", GroundKind.Water)]
    [InlineData("natural=water|water=river", GroundKind.Water)]
    [InlineData("waterway=riverbank", GroundKind.Water)]
    [InlineData("landuse=reservoir", GroundKind.Water)]
    [InlineData("leisure=park", GroundKind.Park)]
    [InlineData("leisure=garden", GroundKind.Park)]
    [InlineData("leisure=pitch", null)]
    [InlineData("waterway=river", null)]
    [InlineData("natural=wood", null)]
    public void Water_and_parks_are_ground(string tags, GroundKind? expected) =>
        Assert.Equal(expected, GroundRows.Kind(WayRulesSpecs.Tags(tags)));

    [Theory]
    [InlineData("name=一号楼|addr:housenumber=5", "一号楼")]
    [InlineData("addr:street=东门街|addr:housenumber=5", "东门街 5")]
    [InlineData("addr:housenumber=5", "5")]
    [InlineData("addr:housename=福楼", "福楼")]
    [InlineData("building=yes", "")]
    public void A_house_is_called_by_its_name_or_its_number(string tags, string expected) =>
        Assert.Equal(expected, Names.OfHouse(WayRulesSpecs.Tags(tags)));
}
