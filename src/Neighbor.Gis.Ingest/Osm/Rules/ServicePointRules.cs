using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Neighborhood.ServicePoints;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>Which objects offer a service to residents: one table, the first row that applies decides.</summary>
/// <remarks>
/// <para>Source: own. Left out on purpose: dentists and vets (no primary care), ordinary restaurants (a canteen is known by
/// its tag or its name), universities, cash machines, fitness clubs, homes for others than the old.</para>
/// </remarks>
internal static class ServicePointRules
{
    private static readonly string[] CanteenWords = ["食堂", "饭堂", "助餐"];
    private static readonly string[] ElderWords = ["长者", "老年", "敬老", "养老", "颐养"];
    private static readonly string[] EatingPlaces = ["restaurant", "fast_food", "canteen", "cafe", "food_court"];
    private static readonly string[] OldPeople = ["senior", "seniors", "elderly", "disabled;senior", "senior;disabled"];
    private static readonly string[] ElderHomes =
    [
        "nursing_home",
        "assisted_living",
        "group_home",
        "day_care",
        "ambulatory_care",
        "retirement_home",
    ];

    /// <summary>The table.</summary>
    public static IReadOnlyList<ServicePointRule> Rows { get; } =
    [
        Row(
            t => IsPlace(t) && NameHas(t, "党群服务"),
            ServicePointKind.Station,
            ServiceFunction.Party,
            ServiceFunction.Affairs
        ),
        Row(
            t => IsPlace(t) && NameHas(t, "暖新", "户外劳动者") && NameHas(t, "驿站"),
            ServicePointKind.Station,
            ServiceFunction.Rest
        ),
        Row(
            t => IsCanteen(t) && NameHas(t, ElderWords),
            ServicePointKind.Canteen,
            ServiceFunction.Elderly,
            ServiceFunction.Food
        ),
        Row(IsCanteen, ServicePointKind.Canteen, ServiceFunction.Food),
        Row(
            t => t["amenity"] == "hospital" || t["healthcare"] == "hospital",
            ServicePointKind.Hospital,
            ServiceFunction.Medical
        ),
        Row(
            t =>
                t.Has("amenity", "clinic", "doctors", "health_post", "health_centre")
                || t.Has("healthcare", "clinic", "doctor", "centre", "health_post"),
            ServicePointKind.Clinic,
            ServiceFunction.Medical
        ),
        Row(
            t => t["amenity"] == "pharmacy" || t["healthcare"] == "pharmacy",
            ServicePointKind.Pharmacy,
            ServiceFunction.Medical
        ),
        Row(
            t => t.Has("amenity", "kindergarten", "childcare", "preschool"),
            ServicePointKind.Kindergarten,
            ServiceFunction.Childcare
        ),
        Row(t => t["amenity"] == "school", ServicePointKind.School, ServiceFunction.Education),
        Row(
            t => t.Has("amenity", "nursing_home", "retirement_home") || IsForOldPeople(t),
            ServicePointKind.ElderCare,
            ServiceFunction.Elderly
        ),
        Row(
            t => t["amenity"] == "social_facility" && t.Has("social_facility", "food_bank", "soup_kitchen"),
            ServicePointKind.Canteen,
            ServiceFunction.Food
        ),
        Row(
            t =>
                t["amenity"] == "marketplace"
                || t.Has("shop", "supermarket", "convenience", "greengrocer", "grocery", "butcher", "seafood"),
            ServicePointKind.Market,
            ServiceFunction.Food
        ),
        Open(t => t["amenity"] == "library", ServicePointKind.Library, ServiceFunction.Culture),
        Open(
            t => t.Has("amenity", "community_centre", "arts_centre", "social_centre"),
            ServicePointKind.Lounge,
            ServiceFunction.Culture
        ),
        Open(
            t => t.Has("leisure", "sports_centre", "sports_hall", "pitch", "track", "fitness_station", "stadium"),
            ServicePointKind.SportsGround,
            ServiceFunction.Culture
        ),
        Row(
            t => t.Has("amenity", "townhall", "public_service", "public_building") || t["office"] == "government",
            ServicePointKind.ServiceDesk,
            ServiceFunction.Affairs
        ),
        Row(t => t.Has("amenity", "post_office", "bank"), ServicePointKind.BankOrPost, ServiceFunction.Affairs),
        Row(t => t["amenity"] == "police", ServicePointKind.PoliceRoom, ServiceFunction.Safety),
        Row(t => t["amenity"] == "fire_station", ServicePointKind.Other, ServiceFunction.Safety),
    ];

    /// <summary>The row that fits, or null where the object offers nothing to the neighbourhood.</summary>
    public static ServicePointRule? Find(OsmTags tags) => Rows.FirstOrDefault(row => row.Applies(tags));

    /// <summary>Not a bus stop or street that is called after the place.</summary>
    private static bool IsPlace(OsmTags tags) =>
        tags["highway"] is null && tags["public_transport"] is null && tags["railway"] is null && tags["place"] is null;

    private static bool IsCanteen(OsmTags tags) =>
        tags["amenity"] == "canteen" || (tags.Has("amenity", EatingPlaces) && NameHas(tags, CanteenWords));

    private static bool IsForOldPeople(OsmTags tags) =>
        tags["amenity"] == "social_facility"
        && (tags["social_facility"] is null || tags.Has("social_facility", ElderHomes))
        && (tags["social_facility:for"] is null || tags.Has("social_facility:for", OldPeople));

    private static bool NameHas(OsmTags tags, params ReadOnlySpan<string> words)
    {
        string name = Names.Of(tags);
        foreach (string word in words)
        {
            if (name.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static ServicePointRule Row(
        Func<OsmTags, bool> applies,
        ServicePointKind kind,
        params ServiceFunction[] functions
    ) => new(applies, kind, functions);

    private static ServicePointRule Open(
        Func<OsmTags, bool> applies,
        ServicePointKind kind,
        params ServiceFunction[] functions
    ) => new(applies, kind, functions, MayBePrivate: true);
}
