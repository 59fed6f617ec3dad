using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Grids;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>Areas, grids, micro-grids and grounds as files.</summary>
internal static class AreaFiles
{
    public static void Write(string folder, Ingest.Delivery delivery)
    {
        LayerFile.Write(
            folder,
            "areas",
            delivery.Areas,
            a => (a.Geom, [("code", a.Code.Value), ("name", a.Name), ("level", Words.Of(a.Level))])
        );
        LayerFile.Write(
            folder,
            "grids",
            delivery.Grids,
            g =>
                (
                    g.Geom,
                    [("code", g.Code.Value), ("name", g.Name), ("kind", Words.Of(g.Kind)), ("households", g.Households)]
                )
        );
        LayerFile.Write(
            folder,
            "micro-grids",
            delivery.MicroGrids,
            m =>
                (
                    m.Geom,
                    [("code", m.Code), ("name", m.Name), ("gridCode", m.GridCode.Value), ("households", m.Households)]
                )
        );
        LayerFile.Write(
            folder,
            "grounds",
            delivery.Grounds,
            g => (g.Geom, [("code", g.Code), ("name", g.Name), ("kind", Words.Of(g.Kind))])
        );
    }

    public static Ingest.Delivery Read(string folder, Ingest.Delivery delivery) =>
        delivery with
        {
            Areas = LayerFile.Read(
                folder,
                "areas",
                f => new Area
                {
                    Code = AreaCode.Parse(f.Text("code")),
                    Name = f.Text("name"),
                    Geom = f.Place<MultiPolygon>(),
                    Source = delivery.Source,
                }
            ),
            Grids = LayerFile.Read(
                folder,
                "grids",
                f => new Grid
                {
                    Code = GridCode.Parse(f.Text("code")),
                    Name = f.Text("name"),
                    Kind = f.Word<GridKind>("kind"),
                    Households = f.Number("households"),
                    Geom = f.Place<MultiPolygon>(),
                    Source = delivery.Source,
                }
            ),
            MicroGrids = LayerFile.Read(
                folder,
                "micro-grids",
                f => new MicroGrid
                {
                    Code = f.Text("code"),
                    Name = f.Text("name"),
                    GridCode = GridCode.Parse(f.Text("gridCode")),
                    Households = f.Number("households"),
                    Geom = f.Place<MultiPolygon>(),
                    Source = delivery.Source,
                }
            ),
            Grounds = LayerFile.Read(
                folder,
                "grounds",
                f => new Ground
                {
                    Code = f.Text("code"),
                    Name = f.TextOrNull("name") ?? "",
                    Kind = f.Word<GroundKind>("kind"),
                    Geom = f.Place<MultiPolygon>(),
                    Source = delivery.Source,
                }
            ),
        };
}
