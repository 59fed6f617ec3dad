using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>Fills the blocks of the newer districts with one estate each, or two with a street between them.</summary>
internal sealed class EstateBlocks(TownDraft town, LaneNames lanes)
{
    private readonly CompoundNames _names = new(new Chance(town.Seed, "compound names"));
    private readonly Chance _chance = new(town.Seed, "estates");

    public void Draw(Block block, int cells)
    {
        switch (block.Use)
        {
            case LandUse.HighRise:
                Whole(block, cells, CompoundKind.ManagedHighRise);
                break;
            case LandUse.MixedEstate:
                Whole(block, cells, CompoundKind.MixedCommercial);
                break;
            case LandUse.OpenEstate:
                Whole(block, cells, CompoundKind.OpenUnmanaged);
                break;
            case LandUse.TwinHighRise:
                Twin(block, cells, CompoundKind.ManagedHighRise, CompoundKind.ManagedHighRise);
                break;
            case LandUse.TwinEstate:
                Twin(block, cells, CompoundKind.MixedCommercial, CompoundKind.OpenUnmanaged);
                break;
            default:
                throw new ArgumentException($"Got {block.Use}; an estate block has another use.", nameof(block));
        }
    }

    private void Whole(Block block, int cells, CompoundKind kind) =>
        Draw(new Parcel(block, block.Ground, block.Streets, kind, cells));

    private void Twin(Block block, int cells, CompoundKind west, CompoundKind east)
    {
        Patch ground = block.Ground;
        PlanePoint south = town.Splits.Vertex(ground.South.Points, 0.5);
        PlanePoint north = town.Splits.Vertex(ground.North.Points, 0.5);
        List<PlanePoint> street =
        [
            south,
            .. Enumerable.Range(1, 4).Select(k => PlanePoint.Of(ground.At(0.5, k / 5.0))),
            north,
        ];
        town.Ways.Add(
            new WayDraft
            {
                Kind = WayKind.Residential,
                Name = lanes.Next(),
                Community = block.Community,
                Line = street,
            }
        );
        var middle = new Polyline(street);
        Patch western = new(Part(ground.South, null, south), middle, Part(ground.North, null, north), ground.West);
        Patch eastern = new(Part(ground.South, south, null), ground.East, Part(ground.North, north, null), middle);
        Draw(new Parcel(block, western, block.Streets with { East = WayKind.Residential }, west, cells / 2));
        Draw(new Parcel(block, eastern, block.Streets with { West = WayKind.Residential }, east, cells - (cells / 2)));
    }

    private Polyline Part(Polyline line, PlanePoint? first, PlanePoint? last) =>
        new(town.Splits.Part(line.Points, first ?? line.Points[0], last ?? line.Points[^1]));

    private void Draw(Parcel parcel)
    {
        bool isWalled = parcel.Kind != CompoundKind.OpenUnmanaged || _chance.Happens(0.2);
        new EstateDrawing(town, parcel, _names.Next(parcel.Kind), _chance).Draw(isWalled);
    }
}
