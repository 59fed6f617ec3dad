using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Compounds;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>Compounds, gates, buildings and entrances as files.</summary>
internal static class BuildingFiles
{
    public static void Write(string folder, Ingest.Delivery delivery)
    {
        LayerFile.Write(
            folder,
            "compounds",
            delivery.Compounds,
            c =>
                (
                    c.Geom,
                    [
                        ("code", c.Code),
                        ("name", c.Name),
                        ("kind", Words.Of(c.Kind)),
                        ("isWalled", c.IsWalled),
                        ("hasPartyBranch", c.HasPartyBranch),
                        ("communityCode", c.CommunityCode?.Value),
                        ("parentCode", c.ParentCode),
                    ]
                )
        );
        LayerFile.Write(
            folder,
            "gates",
            delivery.Gates,
            g =>
                (
                    g.Geom,
                    [
                        ("code", g.Code),
                        ("name", g.Name),
                        ("compoundCode", g.CompoundCode),
                        ("access", Words.Of(g.Access)),
                        ("hours", g.Hours),
                        ("checkedOn", g.CheckedOn?.ToString("O")),
                        ("nodeId", g.NodeId),
                    ]
                )
        );
        LayerFile.Write(
            folder,
            "buildings",
            delivery.Buildings,
            b =>
                (
                    b.Geom,
                    [
                        ("code", b.Code),
                        ("name", b.Name),
                        ("use", Words.Of(b.Use)),
                        ("floors", b.Floors),
                        ("households", b.Households),
                        ("residents", b.Residents),
                        ("residents60Plus", b.Residents60Plus),
                        ("childrenUnder7", b.ChildrenUnder7),
                        ("communityCode", b.CommunityCode?.Value),
                        ("gridCode", b.GridCode?.Value),
                        ("microGridCode", b.MicroGridCode),
                        ("compoundCode", b.CompoundCode),
                        ("laneCode", b.LaneCode),
                    ]
                )
        );
        LayerFile.Write(
            folder,
            "entrances",
            delivery.Entrances,
            e =>
                (
                    e.Geom,
                    [("code", e.Code), ("name", e.Name), ("buildingCode", e.BuildingCode), ("households", e.Households)]
                )
        );
    }

    public static Ingest.Delivery Read(string folder, Ingest.Delivery delivery) =>
        delivery with
        {
            Compounds = LayerFile.Read(
                folder,
                "compounds",
                f => new Compound
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    Kind = f.Word<CompoundKind>("kind"),
                    IsWalled = f.Flag("isWalled"),
                    HasPartyBranch = f.Flag("hasPartyBranch"),
                    CommunityCode = AreaOrNull(f),
                    ParentCode = f.TextOrNull("parentCode"),
                    Geom = f.Place<MultiPolygon>(),
                    Source = delivery.Source,
                }
            ),
            Gates = LayerFile.Read(
                folder,
                "gates",
                f => new Gate
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    CompoundCode = f.TextOrNull("compoundCode"),
                    Access = f.Word<GateAccess>("access"),
                    Hours = f.TextOrNull("hours"),
                    CheckedOn = f.DateOrNull("checkedOn"),
                    NodeId = f.LongNumber("nodeId"),
                    Geom = f.Place<Point>(),
                    Source = delivery.Source,
                }
            ),
            Buildings = LayerFile.Read(
                folder,
                "buildings",
                f => new Building
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    Use = f.Word<BuildingUse>("use"),
                    Floors = f.NumberOrNull("floors"),
                    Households = f.NumberOrNull("households"),
                    Residents = f.NumberOrNull("residents"),
                    Residents60Plus = f.NumberOrNull("residents60Plus"),
                    ChildrenUnder7 = f.NumberOrNull("childrenUnder7"),
                    CommunityCode = AreaOrNull(f),
                    GridCode = f.TextOrNull("gridCode") is { } grid ? GridCode.Parse(grid) : null,
                    MicroGridCode = f.TextOrNull("microGridCode"),
                    CompoundCode = f.TextOrNull("compoundCode"),
                    LaneCode = f.TextOrNull("laneCode"),
                    Geom = f.Place<MultiPolygon>(),
                    Source = delivery.Source,
                }
            ),
            Entrances = LayerFile.Read(
                folder,
                "entrances",
                f => new Entrance
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    BuildingCode = f.Text("buildingCode"),
                    Households = f.NumberOrNull("households"),
                    Geom = f.Place<Point>(),
                    Source = delivery.Source,
                }
            ),
        };

    private static AreaCode? AreaOrNull(Fields fields) =>
        fields.TextOrNull("communityCode") is { } code ? AreaCode.Parse(code) : null;
}
