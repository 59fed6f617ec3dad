using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.ServicePoints;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>Neighbour centres and service points as files.</summary>
internal static class ServiceFiles
{
    public static void Write(string folder, Ingest.Delivery delivery)
    {
        TableFile.Write(
            folder,
            "neighbor-centers",
            ["code", "name", "form", "status", "communityCode"],
            delivery.Centers,
            c => [c.Code, c.Name, Words.Of(c.Form), Words.Of(c.Status), c.CommunityCode.Value]
        );
        LayerFile.Write(
            folder,
            "service-points",
            delivery.ServicePoints,
            p =>
                (
                    p.Geom,
                    [
                        ("code", p.Code),
                        ("name", p.Name),
                        ("kind", Words.Of(p.Kind)),
                        ("functions", p.Functions.Select(Words.Of).ToList()),
                        ("status", Words.Of(p.Status)),
                        ("hours", p.Hours),
                        ("capacity", p.Capacity),
                        ("centerCode", p.CenterCode),
                        ("centerRole", p.CenterRole is { } role ? Words.Of(role) : null),
                        ("communityCode", p.CommunityCode?.Value),
                    ]
                )
        );
    }

    public static Ingest.Delivery Read(string folder, Ingest.Delivery delivery) =>
        delivery with
        {
            Centers = TableFile.Read(
                folder,
                "neighbor-centers",
                f => new NeighborCenter
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    Form = f.Word<CenterForm>("form"),
                    Status = f.Word<ServicePointStatus>("status"),
                    CommunityCode = AreaCode.Parse(f.Text("communityCode")),
                    Source = delivery.Source,
                }
            ),
            ServicePoints = LayerFile.Read(
                folder,
                "service-points",
                f => new ServicePoint
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    Kind = f.Word<ServicePointKind>("kind"),
                    Functions =
                    [
                        .. f.List("functions").Select(word => Words.Parse<ServiceFunction>(word as string ?? "")),
                    ],
                    Status = f.Word<ServicePointStatus>("status"),
                    Hours = f.TextOrNull("hours"),
                    Capacity = f.NumberOrNull("capacity"),
                    CenterCode = f.TextOrNull("centerCode"),
                    CenterRole = f.WordOrNull<CenterRole>("centerRole"),
                    CommunityCode = f.TextOrNull("communityCode") is { } code ? AreaCode.Parse(code) : null,
                    Geom = f.Place<Point>(),
                    Source = delivery.Source,
                }
            ),
        };
}
