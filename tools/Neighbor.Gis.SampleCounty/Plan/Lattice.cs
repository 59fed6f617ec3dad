using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Plan;

/// <summary>The street lines of one bank bent to the river: near it they follow its course, far from it they straighten.</summary>
internal sealed class Lattice
{
    /// <summary>Metres from the middle of the river to the riverside road, without the river's half width.</summary>
    private const double BankDepth = 62;

    /// <summary>Metres within which lines across still stand square to the river.</summary>
    private const double BendReach = 350;

    /// <summary>Metres between the vertices of a side, at most.</summary>
    private const double Step = 55;

    private readonly BankPlan _plan;
    private readonly Vector[,] _jitter;
    private readonly List<PlanePoint>[,] _along;
    private readonly List<PlanePoint>[,] _across;

    public Lattice(BankPlan plan, Chance chance)
    {
        _plan = plan;
        _jitter = new Vector[plan.Columns + 1, plan.Rows + 1];
        for (int column = 0; column <= plan.Columns; column++)
        {
            for (int row = 0; row <= plan.Rows; row++)
            {
                _jitter[column, row] = JitterAt(column, row, chance);
            }
        }

        _along = new List<PlanePoint>[plan.Columns, plan.Rows + 1];
        _across = new List<PlanePoint>[plan.Columns + 1, plan.Rows];
        for (int row = 0; row <= plan.Rows; row++)
        {
            for (int column = 0; column <= plan.Columns; column++)
            {
                if (column < plan.Columns)
                {
                    _along[column, row] = Side((column, row), (column + 1, row), row == plan.Rows, chance);
                }

                if (row < plan.Rows)
                {
                    bool border = column == 0 || column == plan.Columns;
                    _across[column, row] = Side((column, row), (column, row + 1), border, chance);
                }
            }
        }
    }

    /// <summary>The side of a square that follows the river, west to east.</summary>
    public List<PlanePoint> Along(int column, int row) => _along[column, row];

    /// <summary>The side of a square that leads away from the river.</summary>
    public List<PlanePoint> Across(int column, int row) => _across[column, row];

    /// <summary>The place on the ground of a place in the plan: metres east, and metres from the riverside road.</summary>
    public Vector Place(double east, double fromRoad)
    {
        double away = fromRoad + BankDepth + TownPlan.RiverHalfWidth.At(east);
        Vector normal = new Vector(-TownPlan.River.SlopeAt(east), 1).Unit;
        double bend = away / (1 + (away / BendReach * (away / BendReach)));
        double fading = 1 - (0.7 * Math.Min(away / 2000, 1));
        return new Vector(
            east + (_plan.Away * normal.X * bend),
            (TownPlan.River.At(east) * fading) + (_plan.Away * (away - bend + (normal.Y * bend)))
        );
    }

    private Vector JitterAt(int column, int row, Chance chance)
    {
        bool border = column == 0 || column == _plan.Columns || row == _plan.Rows;
        double reach =
            row == 0 ? 0
            : border ? 45
            : 15;
        if (!border && row > 0)
        {
            bool old =
                IsOld(column, row) || IsOld(column - 1, row) || IsOld(column, row - 1) || IsOld(column - 1, row - 1);
            reach = old ? 20 : reach;
        }

        return new Vector(chance.Between(-reach, reach), chance.Between(-reach, reach));
    }

    private bool IsOld(int column, int row) =>
        row < _plan.Rows && _plan.UseOf(column, row) is LandUse.OldTown or LandUse.HillTown;

    private List<PlanePoint> Side((int Column, int Row) start, (int Column, int Row) end, bool isBorder, Chance chance)
    {
        (double startEast, double startOut) = (_plan.Across[start.Column].At, _plan.Along[start.Row].At);
        (double endEast, double endOut) = (_plan.Across[end.Column].At, _plan.Along[end.Row].At);
        double length = (Place(endEast, endOut) - Place(startEast, startOut)).Length;
        int pieces = Math.Max(2, (int)Math.Ceiling(length / Step));
        var side = new List<PlanePoint>(pieces + 1);
        for (int i = 0; i <= pieces; i++)
        {
            double share = (double)i / pieces;
            Vector place = Place(startEast + ((endEast - startEast) * share), startOut + ((endOut - startOut) * share));
            place += Vector.Between(_jitter[start.Column, start.Row], _jitter[end.Column, end.Row], share);
            if (isBorder && i > 0 && i < pieces)
            {
                place += new Vector(chance.Between(-14.0, 14.0), chance.Between(-14.0, 14.0));
            }

            side.Add(PlanePoint.Of(place));
        }

        return side;
    }
}
