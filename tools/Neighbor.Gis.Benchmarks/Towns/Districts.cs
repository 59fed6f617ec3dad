using System.Globalization;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Spatial.Indexes;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Benchmarks.Towns;

/// <summary>The areas and grids of a town: 1,024 grids with winding borders, 64 communities, 16 streets, one county.</summary>
/// <remarks>
/// <para>Neighbours share their borders vertex for vertex: 64 vertices for a grid, 256 for a community, 512 for a street.</para>
/// </remarks>
internal sealed class Districts
{
    public const string Source = "town";
    private const int Cells = 32;
    private const int CellsOfStreet = 8;
    private const int CellsOfCommunity = 4;
    private const int Pieces = 16;
    private const int Seed = 5;
    private const double CornerShift = 0.15;
    private const double Winding = 0.06;
    private const string County = "359921";

    private readonly Box _bounds;
    private readonly (double East, double North)[,] _corners = new (double, double)[Cells + 1, Cells + 1];
    private readonly Position[,][] _eastward = new Position[Cells, Cells + 1][];
    private readonly Position[,][] _northward = new Position[Cells + 1, Cells][];

    public Districts(Box bounds)
    {
        _bounds = bounds;
        Random random = new(Seed);
        for (int column = 0; column <= Cells; column++)
        {
            for (int row = 0; row <= Cells; row++)
            {
                _corners[column, row] = (column + Shift(random, CornerShift), row + Shift(random, CornerShift));
            }
        }

        for (int column = 0; column <= Cells; column++)
        {
            for (int row = 0; row <= Cells; row++)
            {
                if (column < Cells)
                {
                    _eastward[column, row] = Border(_corners[column, row], _corners[column + 1, row], random);
                }

                if (row < Cells)
                {
                    _northward[column, row] = Border(_corners[column, row], _corners[column, row + 1], random);
                }
            }
        }

        Fill();
    }

    public List<Area> Areas { get; } = [];

    public List<Grid> Grids { get; } = [];

    private static double Shift(Random random, double most) => most * ((2 * random.NextDouble()) - 1);

    private void Fill()
    {
        Areas.Add(AreaOf(County + "000000", Outline(0, 0, Cells)));
        for (int street = 0; street < Cells / CellsOfStreet * (Cells / CellsOfStreet); street++)
        {
            (int streetRow, int streetColumn) = Math.DivRem(street, Cells / CellsOfStreet);
            (int column, int row) = (streetColumn * CellsOfStreet, streetRow * CellsOfStreet);
            string code = County + (street + 1).ToString("000", CultureInfo.InvariantCulture);
            Areas.Add(AreaOf(code + "000", Outline(column, row, CellsOfStreet)));
            for (int community = 0; community < 4; community++)
            {
                AddCommunity(
                    code + (community + 1).ToString("000", CultureInfo.InvariantCulture),
                    column + (community % 2 * CellsOfCommunity),
                    row + (community / 2 * CellsOfCommunity)
                );
            }
        }
    }

    private void AddCommunity(string code, int column, int row)
    {
        Areas.Add(AreaOf(code, Outline(column, row, CellsOfCommunity)));
        for (int grid = 0; grid < CellsOfCommunity * CellsOfCommunity; grid++)
        {
            (int gridRow, int gridColumn) = Math.DivRem(grid, CellsOfCommunity);
            Grids.Add(
                new Grid
                {
                    Code = GridCode.Of(AreaCode.Parse(code), grid + 1),
                    Name = "网格",
                    Geom = Outline(column + gridColumn, row + gridRow, 1),
                    Source = Source,
                }
            );
        }
    }

    private static Area AreaOf(string code, MultiPolygon outline) =>
        new()
        {
            Code = AreaCode.Parse(code),
            Name = code,
            Geom = outline,
            Source = Source,
        };

    private Position[] Border((double East, double North) from, (double East, double North) to, Random random)
    {
        Position[] border = new Position[Pieces + 1];
        for (int i = 0; i <= Pieces; i++)
        {
            double share = (double)i / Pieces;
            bool isEnd = i is 0 or Pieces;
            double aside = isEnd ? 0 : Shift(random, Winding);
            double east = from.East + (share * (to.East - from.East)) - (aside * (to.North - from.North));
            double north = from.North + (share * (to.North - from.North)) + (aside * (to.East - from.East));
            border[i] = new Position(
                _bounds.MinX + (east / Cells * (_bounds.MaxX - _bounds.MinX)),
                _bounds.MinY + (north / Cells * (_bounds.MaxY - _bounds.MinY))
            );
        }

        return border;
    }

    private MultiPolygon Outline(int column, int row, int cells)
    {
        List<Coordinate> ring = [];
        for (int i = 0; i < cells; i++)
        {
            Append(ring, _eastward[column + i, row]);
        }

        for (int i = 0; i < cells; i++)
        {
            Append(ring, _northward[column + cells, row + i]);
        }

        for (int i = cells - 1; i >= 0; i--)
        {
            Append(ring, [.. _eastward[column + i, row + cells].Reverse()]);
        }

        for (int i = cells - 1; i >= 0; i--)
        {
            Append(ring, [.. _northward[column, row + i].Reverse()]);
        }

        ring.Add(ring[0].Copy());
        GeometryFactory factory = new(new PrecisionModel(), Position.Srid);
        return factory.CreateMultiPolygon([factory.CreatePolygon([.. ring])]);
    }

    /// <summary>All but the last, which is the next one's first.</summary>
    private static void Append(List<Coordinate> ring, Position[] border) =>
        ring.AddRange(border[..^1].Select(static at => new Coordinate(at.Longitude, at.Latitude)));
}
