using System.Globalization;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>Ways and lanes as files.</summary>
internal static class StreetFiles
{
    public static void Write(string folder, Ingest.Delivery delivery)
    {
        LayerFile.Write(
            folder,
            "lanes",
            delivery.Lanes,
            l => (l.Geom, [("code", l.Code), ("name", l.Name), ("communityCode", l.CommunityCode?.Value)])
        );
        LayerFile.Write(
            folder,
            "ways",
            delivery.Ways,
            w =>
                (
                    w.Geom,
                    [
                        ("id", w.Id),
                        ("name", w.Name),
                        ("kind", Words.Of(w.Kind)),
                        ("access", w.Access == WayAccess.Public ? null : Words.Of(w.Access)),
                        ("direction", w.Direction == WayDirection.Both ? null : Words.Of(w.Direction)),
                        ("hours", w.Hours),
                        ("isBridge", w.IsBridge),
                        ("isTunnel", w.IsTunnel),
                        ("nodeIds", w.NodeIds),
                    ]
                )
        );
    }

    public static Ingest.Delivery Read(string folder, Ingest.Delivery delivery) =>
        delivery with
        {
            Lanes = LayerFile.Read(
                folder,
                "lanes",
                f => new Lane
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    CommunityCode = f.TextOrNull("communityCode") is { } code ? AreaCode.Parse(code) : null,
                    Geom = f.Place<MultiLineString>(),
                    Source = delivery.Source,
                }
            ),
            Ways = LayerFile.Read(
                folder,
                "ways",
                f => new SurveyedWay
                {
                    Id = f.LongNumber("id"),
                    Source = delivery.Source,
                    Name = f.TextOrNull("name") ?? "",
                    Kind = f.Word<WayKind>("kind"),
                    Access = f.WordOrNull<WayAccess>("access") ?? WayAccess.Public,
                    Direction = f.WordOrNull<WayDirection>("direction") ?? WayDirection.Both,
                    Hours = f.TextOrNull("hours"),
                    IsBridge = f.Flag("isBridge"),
                    IsTunnel = f.Flag("isTunnel"),
                    NodeIds = [.. f.List("nodeIds").Select(id => Convert.ToInt64(id, CultureInfo.InvariantCulture))],
                    Geom = f.Place<LineString>(),
                }
            ),
        };
}
