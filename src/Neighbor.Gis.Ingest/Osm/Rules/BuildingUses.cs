using System.Globalization;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Neighborhood.Buildings;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>What a building's tags say about its use and height.</summary>
internal static class BuildingUses
{
    private const int HighestBuilding = 200;

    private static readonly HashSet<string> NotStanding =
    [
        "no",
        "construction",
        "proposed",
        "planned",
        "ruins",
        "collapsed",
        "destroyed",
        "demolished",
        "razed",
        "entrance",
        "roof",
        "carport",
        "canopy",
    ];

    private static readonly (BuildingUse Use, string[] Values)[] Rows =
    [
        (
            BuildingUse.Residential,
            [
                "apartments",
                "residential",
                "house",
                "detached",
                "semidetached_house",
                "semi",
                "terrace",
                "terraced_house",
                "dormitory",
                "bungalow",
                "villa",
                "farm",
                "cabin",
                "static_caravan",
                "houseboat",
                "allotment_house",
                "tower_block",
            ]
        ),
        (BuildingUse.Mixed, ["mixed", "mixed_use", "mix_used"]),
        (
            BuildingUse.Commercial,
            ["retail", "commercial", "office", "supermarket", "kiosk", "shop", "hotel", "mall", "restaurant", "bank"]
        ),
        (
            BuildingUse.Industrial,
            [
                "industrial",
                "warehouse",
                "factory",
                "manufacture",
                "storage_tank",
                "silo",
                "hangar",
                "farm_auxiliary",
                "barn",
                "cowshed",
                "greenhouse",
                "stable",
                "sty",
            ]
        ),
        (
            BuildingUse.Public,
            [
                "school",
                "kindergarten",
                "college",
                "university",
                "hospital",
                "clinic",
                "public",
                "civic",
                "government",
                "townhall",
                "fire_station",
                "police",
                "library",
                "museum",
                "sports_hall",
                "sports_centre",
                "stadium",
                "train_station",
                "transportation",
                "station",
                "church",
                "cathedral",
                "chapel",
                "mosque",
                "temple",
                "shrine",
                "synagogue",
                "monastery",
                "religious",
            ]
        ),
    ];

    private static readonly Dictionary<string, BuildingUse> UseOf = Rows.SelectMany(row =>
            row.Values.Select(value => (value, row.Use))
        )
        .ToDictionary(pair => pair.value, pair => pair.Use);

    /// <summary>Whether the tags speak of a building at all.</summary>
    public static bool IsTagged(OsmTags tags) => tags["building"] is not null;

    /// <summary>Whether it stands and has walls: no ruin, no plan, no canopy.</summary>
    public static bool IsStanding(OsmTags tags) => !NotStanding.Contains(tags["building"] ?? "no");

    /// <summary>What it is used for; a plain <c>building=yes</c> is known by what else it is tagged with.</summary>
    public static BuildingUse Use(OsmTags tags)
    {
        BuildingUse use = UseOf.GetValueOrDefault(tags["building"] ?? "", BuildingUse.Unknown);
        bool hasShop = tags["shop"] is not null;
        if (use == BuildingUse.Unknown)
        {
            use = UseOf.GetValueOrDefault(tags["building:use"] ?? tags["amenity"] ?? "", BuildingUse.Unknown);
        }

        if (use == BuildingUse.Unknown && tags["office"] == "government")
        {
            return BuildingUse.Public;
        }

        if (use == BuildingUse.Unknown && (hasShop || tags["office"] is not null || tags["tourism"] == "hotel"))
        {
            return BuildingUse.Commercial;
        }

        return use == BuildingUse.Residential && hasShop ? BuildingUse.Mixed : use;
    }

    /// <summary>Storeys above ground, or null.</summary>
    public static int? Floors(OsmTags tags)
    {
        int? most = null;
        foreach (string part in (tags["building:levels"] ?? "").Split(';', '-'))
        {
            bool isNumber = double.TryParse(
                part.Trim(),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out double floors
            );
            if (isNumber && floors is >= 1 and <= HighestBuilding)
            {
                most = Math.Max(most ?? 0, (int)floors);
            }
        }

        return most;
    }
}
