using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Blocks;

/// <summary>Blocks where nobody lives: schools, the hospital, halls, shops, workshops, parks and fields.</summary>
internal sealed class Campuses(TownDraft town)
{
    private static readonly string[] Malls = ["榕城里", "海棠里", "听潮里"];

    private readonly Chance _chance = new(town.Seed, "campuses");
    private int _schools;
    private int _parks;
    private int _malls;

    public void Draw(Block block)
    {
        var face = new Face { Community = block.Community, Ring = block.Ground.Ring() };
        town.Faces.Add(face);
        switch (block.Use)
        {
            case LandUse.School:
                School(block, face);
                break;
            case LandUse.Hospital:
                Hospital(block, face);
                break;
            case LandUse.Civic:
                Civic(block, face);
                break;
            case LandUse.Commerce:
                Commerce(block, face);
                break;
            case LandUse.Industry:
                Industry(block, face);
                break;
            case LandUse.Park:
                Park(block);
                break;
            default:
                Field(block);
                break;
        }
    }

    private void School(Block block, Face face)
    {
        _schools++;
        string name = $"樾溪第{"一二三四五六七八九十"[_schools - 1]}{(_schools % 3 == 0 ? "中学" : "小学")}";
        Drives(block, [0.58, 0.76], isThrough: false);
        Put(block, face, (0.28, 0.68), (62, 13), 5, $"{name}明德楼", "school", BuildingUse.Public);
        Put(block, face, (0.28, 0.86), (62, 13), 5, $"{name}致远楼", "", BuildingUse.Public);
        Put(block, face, (0.72, 0.88), (44, 22), 3, $"{name}礼堂", "", BuildingUse.Public);
        Put(block, face, (0.74, 0.67), (34, 13), 4, $"{name}图书楼", "", BuildingUse.Public);
    }

    private void Hospital(Block block, Face face)
    {
        Drives(block, [0.5], isThrough: true);
        Put(block, face, (0.3, 0.31), (70, 34), 6, "樾溪县医院门诊楼", "hospital", BuildingUse.Public);
        Put(block, face, (0.73, 0.31), (54, 24), 4, "樾溪县医院急诊楼", "", BuildingUse.Public);
        Put(block, face, (0.3, 0.69), (72, 20), 14, "樾溪县医院住院楼", "", BuildingUse.Public);
        Put(block, face, (0.73, 0.69), (48, 18), 5, "樾溪县医院康复楼", "", BuildingUse.Public);
    }

    private void Civic(Block block, Face face)
    {
        Drives(block, [0.45], isThrough: true);
        Put(block, face, (0.28, 0.66), (46, 22), 5, "樾溪县便民服务中心", "affairs", BuildingUse.Public);
        Put(block, face, (0.74, 0.66), (44, 24), 4, "樾溪县图书馆", "library", BuildingUse.Public);
        Put(block, face, (0.27, 0.25), (40, 20), 3, "樾溪县文化馆", "culture", BuildingUse.Public);
        Put(block, face, (0.74, 0.25), (36, 20), 3, "青榕派出所", "police", BuildingUse.Public);
    }

    private void Commerce(Block block, Face face)
    {
        Drives(block, [0.5], isThrough: true, WayKind.Pedestrian, Malls[_malls++ % Malls.Length]);
        foreach ((double s, double t) in new[] { (0.27, 0.28), (0.73, 0.28), (0.27, 0.73), (0.73, 0.73) })
        {
            double length = Math.Min(85, (block.Ground.Width * 0.44) - 22);
            double depth = Math.Min(60, (block.Ground.Height * 0.44) - 24);
            Put(block, face, (s, t), (length, depth), _chance.Between(3, 6), "", "mall", BuildingUse.Commercial);
        }
    }

    private void Industry(Block block, Face face)
    {
        Drives(block, [0.5], isThrough: true);
        foreach (double s in new[] { 0.15, 0.36, 0.64, 0.85 })
        {
            foreach (double t in new[] { 0.28, 0.73 })
            {
                double length = block.Ground.Width * _chance.Between(0.13, 0.175);
                double depth = block.Ground.Height * _chance.Between(0.16, 0.27);
                Put(block, face, (s, t), (length, depth), 2, "", "", BuildingUse.Industrial);
            }
        }
    }

    private void Park(Block block)
    {
        string name = new[] { "榕湖公园", "望鹤公园", "晴川公园", "芦花公园", "听涛公园", "鹭岛公园" }[_parks++ % 6];
        (double inS, double inT) = (16 / block.Ground.Width, 16 / block.Ground.Height);
        double[] steps = [0, 0.25, 0.5, 0.75];
        town.Grounds.Add(
            new GroundDraft(
                name,
                GroundKind.Park,
                [
                    .. steps.Select(k => At(block, inS + ((1 - (2 * inS)) * k), inT)),
                    .. steps.Select(k => At(block, 1 - inS, inT + ((1 - (2 * inT)) * k))),
                    .. steps.Select(k => At(block, 1 - inS - ((1 - (2 * inS)) * k), 1 - inT)),
                    .. steps.Select(k => At(block, inS, 1 - inT - ((1 - (2 * inT)) * k))),
                ]
            )
        );
        bool isMirrored = _parks % 2 == 0;
        Pond(block, name[..2] + (name[1] == '湖' ? "" : "池"), block.Ground.At(isMirrored ? 0.44 : 0.56, 0.48), 0.15);
        Winding(
            block,
            isMirrored,
            [(0.5, 0), (0.42, 0.14), (0.3, 0.3), (0.26, 0.5), (0.3, 0.7), (0.44, 0.86), (0.5, 1)]
        );
        Winding(block, isMirrored, [(0, 0.5), (0.12, 0.46), (0.26, 0.5)]);
        Winding(block, isMirrored, [(0.26, 0.5), (0.4, 0.66), (0.6, 0.74), (0.78, 0.64), (0.88, 0.54), (1, 0.5)]);
        Winding(block, isMirrored, [(0.3, 0.3), (0.5, 0.24), (0.72, 0.28), (0.82, 0.44), (0.88, 0.54)]);
    }

    /// <summary>Woods, a pond, or a track from the street between the fields.</summary>
    private void Field(Block block)
    {
        bool hasSouth = block.Streets.South is not null;
        double s = _chance.Between(0.35, 0.65);
        switch (_chance.Between(0, 4))
        {
            case 0 or 1:
                Pond(block, "林地", block.Ground.At(s, 0.5), 0.3, GroundKind.Park);
                break;
            case 2:
                Pond(block, "", block.Ground.At(s, 0.5), 0.12);
                break;
            case 3 when hasSouth || block.Streets.North is not null:
                (double S, double T)[] course = [(s, 0), (s + 0.05, 0.25), (s - 0.06, 0.5), (s - 0.02, 0.72)];
                Winding(block, false, hasSouth ? course : [.. course.Select(p => (p.S, 1 - p.T))], WayKind.Track);
                break;
            default:
                break;
        }
    }

    private void Pond(Block block, string name, Vector centre, double share, GroundKind kind = GroundKind.Water)
    {
        (double X, double Y)[] shape =
        [
            (1, 0),
            (0.92, 0.4),
            (0.66, 0.72),
            (0.3, 0.92),
            (-0.1, 0.86),
            (-0.5, 0.8),
            (-0.86, 0.5),
            (-1, 0),
            (-0.84, -0.44),
            (-0.5, -0.76),
            (-0.06, -0.94),
            (0.36, -0.9),
            (0.7, -0.7),
            (0.94, -0.36),
        ];
        double radius = Math.Min(block.Ground.Width, block.Ground.Height) * share;
        town.Grounds.Add(
            new GroundDraft(
                name,
                kind,
                [
                    .. shape.Select(p =>
                        PlanePoint.Of(centre + (new Vector(p.X * 1.25, p.Y) * (radius * _chance.Between(0.88, 1.12))))
                    ),
                ]
            )
        );
    }

    private void Winding(Block block, bool isMirrored, (double S, double T)[] course, WayKind kind = WayKind.Path)
    {
        var line = new List<PlanePoint>();
        foreach ((double eastward, double t) in course)
        {
            double s = isMirrored ? 1 - eastward : eastward;
            line.Add(
                (s, t) switch
                {
                    (_, 0) => town.Splits.Vertex(block.Ground.South.Points, s),
                    (_, 1) => town.Splits.Vertex(block.Ground.North.Points, s),
                    (0, _) => town.Splits.Vertex(block.Ground.West.Points, t),
                    (1, _) => town.Splits.Vertex(block.Ground.East.Points, t),
                    _ => At(block, s, t),
                }
            );
        }

        town.Ways.Add(
            new WayDraft
            {
                Kind = kind,
                Community = block.Community,
                Line = line,
            }
        );
    }

    /// <summary>
    /// A drive from the southern street and ways across it: through to the streets all round, or private and ending on
    /// the grounds.
    /// </summary>
    private void Drives(Block block, double[] levels, bool isThrough, WayKind kind = WayKind.Service, string name = "")
    {
        Patch ground = block.Ground;
        List<PlanePoint> drive =
        [
            town.Splits.Vertex(ground.South.Points, 0.5),
            At(block, 0.5, 0.25),
            .. levels.Select(t => At(block, 0.5, t)),
        ];
        if (isThrough)
        {
            drive.AddRange([At(block, 0.5, 0.75), town.Splits.Vertex(ground.North.Points, 0.5)]);
        }

        AddWay(block, kind, name, drive, isThrough);
        foreach (double t in levels)
        {
            PlanePoint first = isThrough ? town.Splits.Vertex(ground.West.Points, t) : At(block, 0.12, t);
            PlanePoint last = isThrough ? town.Splits.Vertex(ground.East.Points, t) : At(block, 0.88, t);
            List<PlanePoint> across = [first, At(block, 0.25, t), At(block, 0.5, t), At(block, 0.75, t), last];
            AddWay(block, kind, name, across, isThrough);
        }
    }

    private void AddWay(Block block, WayKind kind, string name, List<PlanePoint> line, bool isThrough) =>
        town.Ways.Add(
            new WayDraft
            {
                Kind = kind,
                Name = name,
                Access = isThrough ? WayAccess.Public : WayAccess.Private,
                Community = block.Community,
                Line = line,
            }
        );

    /// <summary>A building whose doors look to the cross way.</summary>
    private static void Put(
        Block block,
        Face face,
        (double S, double T) at,
        (double Length, double Depth) size,
        int floors,
        string name,
        string purpose,
        BuildingUse use
    )
    {
        Patch ground = block.Ground;
        Vector along = ground.Eastward(at.S, at.T) * (at.T > 0.5 ? -1 : 1);
        double length = Math.Min(size.Length, (ground.Width * 0.42) - 14);
        double depth = Math.Min(size.Depth, (ground.Height * 0.42) - 14);
        var footprint = new Footprint(ground.At(at.S, at.T), along, length, depth);
        (List<PlanePoint> ring, List<PlanePoint> doors) = Outlines.Slab(footprint, length > 50 ? 2 : 1);
        face.Buildings.Add(
            new BuildingDraft
            {
                Use = use,
                Floors = floors,
                Ring = ring,
                Doors = doors,
                Name = name,
                Purpose = purpose,
            }
        );
    }

    private static PlanePoint At(Block block, double s, double t) => PlanePoint.Of(block.Ground.At(s, t));
}
