using System.Globalization;
using Neighbor.Gis.Neighborhood.Responders;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>Responders and duties as tables; where a responder lives stands in two columns.</summary>
internal static class PeopleFiles
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), Position.Srid);

    public static void Write(string folder, Ingest.Delivery delivery)
    {
        TableFile.Write(
            folder,
            "responders",
            ["code", "name", "skills", "hours", "homeBuildingCode", "lon", "lat"],
            delivery.Responders,
            r =>
                [
                    r.Code,
                    r.Name,
                    string.Join(' ', r.Skills.Select(Words.Of)),
                    r.Hours,
                    r.HomeBuildingCode,
                    r.Geom.X.ToString(CultureInfo.InvariantCulture),
                    r.Geom.Y.ToString(CultureInfo.InvariantCulture),
                ]
        );
        TableFile.Write(
            folder,
            "duties",
            ["code", "responderCode", "role", "target", "targetCode"],
            delivery.Duties,
            d => [d.Code, d.ResponderCode, Words.Of(d.Role), Words.Of(d.Target), d.TargetCode]
        );
    }

    public static Ingest.Delivery Read(string folder, Ingest.Delivery delivery) =>
        delivery with
        {
            Responders = TableFile.Read(
                folder,
                "responders",
                f => new Responder
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    Skills =
                    [
                        .. (f.TextOrNull("skills") ?? "")
                            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                            .Select(Words.Parse<Skill>),
                    ],
                    Hours = f.TextOrNull("hours"),
                    HomeBuildingCode = f.TextOrNull("homeBuildingCode"),
                    Geom = Factory.CreatePoint(new Coordinate(Degrees(f, "lon"), Degrees(f, "lat"))),
                    Source = delivery.Source,
                }
            ),
            Duties = TableFile.Read(
                folder,
                "duties",
                f => new Duty
                {
                    Code = f.Text("code"),
                    ResponderCode = f.Text("responderCode"),
                    Role = f.Word<DutyRole>("role"),
                    Target = f.Word<DutyTarget>("target"),
                    TargetCode = f.Text("targetCode"),
                    Source = delivery.Source,
                }
            ),
        };

    private static double Degrees(Fields fields, string name) =>
        double.Parse(fields.Text(name), CultureInfo.InvariantCulture);
}
