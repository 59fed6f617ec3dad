using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Compounds;

/// <summary>The measures of an estate as shares of its parcel: wall, ring road, rows of cells and rows of buildings.</summary>
internal sealed class EstatePlan
{
    /// <summary>Metres from the wall to the ring road.</summary>
    private const double RingGap = 6;

    /// <summary>Metres a row of shops takes between the pavement and the wall.</summary>
    public const double ShopDepth = 19;

    public EstatePlan(Parcel parcel)
    {
        double width = parcel.Ground.Width;
        double height = parcel.Ground.Height;
        SouthShops = HasShops(parcel, parcel.Streets.South, parcel.Streets.North, isSouth: true);
        NorthShops = HasShops(parcel, parcel.Streets.North, parcel.Streets.South, isSouth: false);
        SouthSetback = StreetWidths.Setback(parcel.Streets.South) + (SouthShops ? ShopDepth : 0);
        NorthSetback = StreetWidths.Setback(parcel.Streets.North) + (NorthShops ? ShopDepth : 0);
        WallWest = StreetWidths.Setback(parcel.Streets.West) / width;
        WallEast = 1 - (StreetWidths.Setback(parcel.Streets.East) / width);
        WallSouth = SouthSetback / height;
        WallNorth = 1 - (NorthSetback / height);
        RingWest = WallWest + (RingGap / width);
        RingEast = WallEast - (RingGap / width);
        RingSouth = WallSouth + (RingGap / height);
        RingNorth = WallNorth - (RingGap / height);
        (Pitch, Depth, SlotWidth) = parcel.Kind switch
        {
            CompoundKind.ManagedHighRise => (52.0, 17.0, 43.0),
            CompoundKind.MixedCommercial => (43.0, 14.0, 62.0),
            _ => (35.0, 11.5, 60.0),
        };
        int rows = Math.Clamp((int)Math.Round(Math.Sqrt(parcel.Cells * height / width * 0.8)), 1, parcel.Cells);
        double rowHeight = (RingNorth - RingSouth) * height / rows;
        Rows = [.. Enumerable.Range(0, rows + 1).Select(k => RingSouth + ((RingNorth - RingSouth) * k / rows))];
        CellsInRow =
        [
            .. Enumerable.Range(0, rows).Select(k => (parcel.Cells * (k + 1) / rows) - (parcel.Cells * k / rows)),
        ];
        BuildingRowsPerRow = Math.Max(1, (int)(rowHeight / Pitch));
        Middle = RingWest + ((RingEast - RingWest) * MiddleOf(CellsInRow));
    }

    /// <summary>Whether shops stand between the southern wall and the street.</summary>
    public bool SouthShops { get; }

    /// <summary>Whether shops stand between the northern wall and the street.</summary>
    public bool NorthShops { get; }

    public double SouthSetback { get; }

    public double NorthSetback { get; }

    public double WallWest { get; }

    public double WallEast { get; }

    public double WallSouth { get; }

    public double WallNorth { get; }

    public double RingWest { get; }

    public double RingEast { get; }

    public double RingSouth { get; }

    public double RingNorth { get; }

    /// <summary>The share from west to east where the path from gate to gate runs.</summary>
    public double Middle { get; }

    /// <summary>Metres from one row of buildings to the next.</summary>
    public double Pitch { get; }

    /// <summary>Metres a building is deep.</summary>
    public double Depth { get; }

    /// <summary>Metres along a row that one building takes.</summary>
    public double SlotWidth { get; }

    /// <summary>The borders of the rows of cells, from south to north, within the ring road.</summary>
    public double[] Rows { get; }

    public int[] CellsInRow { get; }

    public int BuildingRowsPerRow { get; }

    /// <summary>Where the middle of a row of buildings is, as a share from south to north.</summary>
    public double BuildingRow(int row, int index) =>
        Rows[row] + ((Rows[row + 1] - Rows[row]) * (index + 0.45) / BuildingRowsPerRow);

    /// <summary>The border between two cells of some row that leaves the most ground of any cell it cuts in other rows.</summary>
    private static double MiddleOf(int[] cellsInRow)
    {
        var candidates = cellsInRow
            .Distinct()
            .SelectMany(cells => Enumerable.Range(1, cells).Select(i => (double)i / cells))
            .Where(share => share is > 0.2 and < 0.8)
            .Append(0.5)
            .Distinct()
            .Order();
        return candidates.MaxBy(share =>
            cellsInRow.Min(cells =>
            {
                double within = (share * cells) - Math.Floor((share * cells) + 1e-9);
                return Math.Max(within, 1 - within) / cells;
            })
        );
    }

    /// <summary>Mixed estates have shops along every street north and south, managed ones beside the main gate only.</summary>
    private static bool HasShops(Parcel parcel, WayKind? street, WayKind? opposite, bool isSouth) =>
        parcel.Kind switch
        {
            _ when street is null => false,
            CompoundKind.MixedCommercial => true,
            CompoundKind.ManagedHighRise => opposite is null || street < opposite || (isSouth && street == opposite),
            _ => false,
        };
}
