using Neighbor.Gis.Neighborhood.ServicePoints;

namespace Neighbor.Gis.SampleCounty.Services;

/// <summary>What a kind of service point offers, when, and to how many.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Name">What its name ends in.</param>
/// <param name="Functions">What it offers.</param>
/// <param name="Hours">When it serves.</param>
/// <param name="Capacity">The fewest and the most it can serve at a time.</param>
/// <param name="PerCommunity">How many a community has.</param>
internal sealed record ServiceOffer(
    ServicePointKind Kind,
    string Name,
    IReadOnlyList<ServiceFunction> Functions,
    string Hours,
    (int Least, int Most) Capacity,
    int PerCommunity
)
{
    private const string Daily = "08:00-20:00";
    private const string Office = "Mo-Fr 08:00-12:00,14:30-17:30";

    /// <summary>The everyday points of every community.</summary>
    public static IReadOnlyList<ServiceOffer> Everyday { get; } =
    [
        new(ServicePointKind.Kindergarten, "幼儿园", [ServiceFunction.Childcare], "Mo-Fr 07:30-17:30", (90, 270), 2),
        new(ServicePointKind.PoliceRoom, "警务室", [ServiceFunction.Safety], "24/7", (4, 10), 1),
        new(
            ServicePointKind.Clinic,
            "卫生服务站",
            [ServiceFunction.Medical],
            "Mo-Sa 08:00-12:00,14:00-18:00; Su 08:00-12:00",
            (20, 60),
            1
        ),
        new(ServicePointKind.Pharmacy, "药店", [ServiceFunction.Medical], "08:00-22:00", (10, 20), 2),
        new(ServicePointKind.ElderCare, "日间照料中心", [ServiceFunction.Elderly], "Mo-Sa 08:00-17:30", (20, 60), 1),
        new(
            ServicePointKind.Canteen,
            "社区食堂",
            [ServiceFunction.Elderly, ServiceFunction.Food],
            "06:30-08:30,11:00-13:00,17:00-18:30",
            (40, 120),
            1
        ),
        new(ServicePointKind.Market, "生鲜市场", [ServiceFunction.Food], "06:00-20:00", (100, 400), 1),
        new(
            ServicePointKind.Station,
            "党群服务驿站",
            [ServiceFunction.Party, ServiceFunction.Rest],
            "07:00-22:00",
            (15, 40),
            1
        ),
        new(ServicePointKind.Lounge, "邻里会客厅", [ServiceFunction.Culture], "09:00-21:00", (20, 60), 1),
        new(ServicePointKind.Library, "溪畔书屋", [ServiceFunction.Culture], "Tu-Su 09:00-20:30", (20, 50), 1),
        new(ServicePointKind.ServiceDesk, "便民服务点", [ServiceFunction.Affairs], Office, (10, 30), 1),
        new(ServicePointKind.BankOrPost, "邮政便民点", [ServiceFunction.Affairs], "Mo-Sa 09:00-17:00", (10, 30), 1),
        new(ServicePointKind.SportsGround, "运动角", [ServiceFunction.Culture], "06:00-22:00", (30, 100), 1),
    ];

    /// <summary>Everything under one roof.</summary>
    public static ServiceOffer WholeCenter { get; } =
        new(
            ServicePointKind.CenterSite,
            "",
            [
                ServiceFunction.Party,
                ServiceFunction.Elderly,
                ServiceFunction.Childcare,
                ServiceFunction.Medical,
                ServiceFunction.Food,
                ServiceFunction.Culture,
                ServiceFunction.Affairs,
            ],
            Daily,
            (150, 320),
            0
        );

    /// <summary>The sites of a centre of several linked sites.</summary>
    public static IReadOnlyList<ServiceOffer> LinkedSites { get; } =
    [
        new(
            ServicePointKind.CenterSite,
            "党群站点",
            [ServiceFunction.Party, ServiceFunction.Affairs],
            Daily,
            (60, 120),
            0
        ),
        new(
            ServicePointKind.CenterSite,
            "康养站点",
            [ServiceFunction.Elderly, ServiceFunction.Medical, ServiceFunction.Food],
            "07:30-18:00",
            (40, 90),
            0
        ),
        new(
            ServicePointKind.CenterSite,
            "亲子文化站点",
            [ServiceFunction.Childcare, ServiceFunction.Culture],
            "09:00-20:30",
            (40, 90),
            0
        ),
    ];

    /// <summary>The hub first, then its spokes.</summary>
    public static IReadOnlyList<ServiceOffer> HubAndSpokes { get; } =
    [
        new(
            ServicePointKind.CenterSite,
            "主站",
            [ServiceFunction.Party, ServiceFunction.Medical, ServiceFunction.Culture, ServiceFunction.Affairs],
            Daily,
            (120, 240),
            0
        ),
        new(
            ServicePointKind.ElderCare,
            "长者分站",
            [ServiceFunction.Elderly, ServiceFunction.Food],
            "08:00-17:30",
            (20, 50),
            0
        ),
        new(ServicePointKind.Kindergarten, "托育分站", [ServiceFunction.Childcare], "Mo-Fr 07:30-18:00", (20, 60), 0),
        new(
            ServicePointKind.Station,
            "驿站分站",
            [ServiceFunction.Party, ServiceFunction.Rest],
            "07:00-22:00",
            (10, 30),
            0
        ),
    ];

    /// <summary>What moves into buildings that were built for it; the key is their purpose.</summary>
    public static IReadOnlyDictionary<string, ServiceOffer> Purposes { get; } =
        new SortedDictionary<string, ServiceOffer>(StringComparer.Ordinal)
        {
            ["school"] = new(
                ServicePointKind.School,
                "",
                [ServiceFunction.Education],
                "Mo-Fr 07:30-17:30",
                (900, 2000),
                0
            ),
            ["hospital"] = new(ServicePointKind.Hospital, "", [ServiceFunction.Medical], "24/7", (500, 800), 0),
            ["affairs"] = new(ServicePointKind.ServiceDesk, "", [ServiceFunction.Affairs], Office, (100, 200), 0),
            ["library"] = new(
                ServicePointKind.Library,
                "",
                [ServiceFunction.Culture],
                "Tu-Su 09:00-21:00",
                (200, 400),
                0
            ),
            ["culture"] = new(
                ServicePointKind.Lounge,
                "",
                [ServiceFunction.Culture],
                "Tu-Su 09:00-21:00",
                (200, 400),
                0
            ),
            ["police"] = new(ServicePointKind.PoliceRoom, "", [ServiceFunction.Safety], "24/7", (20, 40), 0),
        };
}
