using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.SampleCounty.Streets;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Blocks;

/// <summary>Turns the squares of a bank's plan into blocks, and the lines between them into streets.</summary>
internal sealed class BlockDrawing(BankPlan plan, Lattice lattice, TownDraft town)
{
    public void Draw()
    {
        for (int row = 0; row < plan.Rows; row++)
        {
            for (int column = 0; column < plan.Columns; column++)
            {
                if (plan.UseOf(column, row) != LandUse.Merged)
                {
                    town.Blocks.Add(BlockAt(column, row));
                }
            }
        }

        for (int row = 0; row <= plan.Rows; row++)
        {
            for (int column = 0; column <= plan.Columns; column++)
            {
                if (column < plan.Columns && AlongKind(column, row) is { } along)
                {
                    AddStreet(along, plan.Along[row].Name, lattice.Along(column, row), column, Math.Max(row - 1, 0));
                }

                if (row < plan.Rows && AcrossKind(column, row) is { } across)
                {
                    AddStreet(across, plan.Across[column].Name, lattice.Across(column, row), column - 1, row);
                }
            }
        }
    }

    private Block BlockAt(int column, int row)
    {
        int end = column + 1;
        while (end < plan.Columns && plan.UseOf(end, row) == LandUse.Merged)
        {
            end++;
        }

        Polyline near = Joined(column, end, row);
        Polyline far = Joined(column, end, row + 1);
        var west = new Polyline(lattice.Across(column, row));
        var east = new Polyline(lattice.Across(end, row));
        bool north = plan.Away > 0;
        return new Block
        {
            Use = plan.UseOf(column, row),
            Community = plan.CommunityOf(column, row),
            Ground = north ? new Patch(near, east, far, west) : new Patch(far, east.Reversed(), near, west.Reversed()),
            Streets = new SideStreets(
                AlongKind(column, north ? row : row + 1),
                AcrossKind(end, row),
                AlongKind(column, north ? row + 1 : row),
                AcrossKind(column, row)
            ),
        };
    }

    private Polyline Joined(int start, int end, int row)
    {
        var points = new List<PlanePoint>(lattice.Along(start, row));
        for (int column = start + 1; column < end; column++)
        {
            points.AddRange(lattice.Along(column, row).Skip(1));
        }

        return new Polyline(points);
    }

    private WayKind? AlongKind(int column, int row)
    {
        WayKind? kind = plan.Along[row].Kind;
        if (kind is null || row == 0)
        {
            return column is 0 || column == plan.Columns - 1 ? null : kind;
        }

        bool shopping =
            kind == WayKind.Tertiary
            && IsOld(column, row - 1)
            && IsOld(column, row)
            && plan.Along[row].Name == TownPlan.ShoppingStreet;
        return shopping ? WayKind.Pedestrian : Kept(kind.Value, (column, row - 1), (column, row));
    }

    private WayKind? AcrossKind(int column, int row)
    {
        if (column == 0 || column == plan.Columns || plan.UseOf(column, row) == LandUse.Merged)
        {
            return null;
        }

        return plan.Across[column].Kind is { } kind ? Kept(kind, (column - 1, row), (column, row)) : null;
    }

    /// <summary>Between fields only the great streets go on.</summary>
    private WayKind? Kept(WayKind kind, (int Column, int Row) one, (int Column, int Row) other) =>
        IsField(one) && IsField(other) && kind > WayKind.Secondary ? null : kind;

    private bool IsField((int Column, int Row) square) => UseOf(square.Column, square.Row) == LandUse.Farmland;

    private bool IsOld(int column, int row) =>
        UseOf(column, row) is LandUse.OldTown or LandUse.HillTown or LandUse.Commerce or LandUse.Civic;

    private LandUse UseOf(int column, int row)
    {
        while (plan.UseOf(column, row) == LandUse.Merged)
        {
            column--;
        }

        return plan.UseOf(column, row);
    }

    private void AddStreet(WayKind kind, string name, List<PlanePoint> line, int column, int row) =>
        town.Ways.Add(
            new WayDraft
            {
                Name = name,
                Kind = kind,
                Line = line,
                Community = plan.CommunityOf(Math.Clamp(column, 0, plan.Columns - 1), row),
            }
        );
}
