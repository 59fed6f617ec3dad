namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>What a contour is drawn of: rows of numbers that are below zero inside.</summary>
internal readonly ref struct ContourRows
{
    /// <summary>The field of all origins together.</summary>
    public required DistanceField Field { get; init; }

    /// <summary>Which cutoff it stands at.</summary>
    public required int Cutoff { get; init; }

    /// <summary>How the window lies on the lattice.</summary>
    public required LatticeWindow Origin { get; init; }

    /// <summary>The part of the window to look at, counted in it; nothing on its border is inside.</summary>
    public required LatticeWindow Extent { get; init; }

    /// <summary>The numbers, laid out as φ.</summary>
    public required ReadOnlySpan<int> Values { get; init; }

    /// <summary>Which origin's part is drawn.</summary>
    public int Owner { get; init; }

    /// <summary>The owner of each point; empty where origins are not told apart.</summary>
    public ReadOnlySpan<int> Owners { get; init; }

    /// <summary>How firmly each point is its owner's; empty where origins are not told apart.</summary>
    public ReadOnlySpan<int> Leads { get; init; }

    /// <summary>The two numbers between which the contour crosses an edge in proportion.</summary>
    public (int Here, int There) Between(int point, int other)
    {
        int here = Values[point];
        int there = Values[other];
        if (!Leads.IsEmpty && Field.Phi[point] < 0 && Field.Phi[other] < 0)
        {
            // Two origins meet: only their leads count, so that both are drawn to the same place.
            return here < 0 ? (-Leads[point], Leads[other]) : (Leads[point], -Leads[other]);
        }

        return (here, there);
    }

    /// <summary>Whether the two corners of a cell that are inside are joined across its middle.</summary>
    public bool Joins(int southWest)
    {
        int northWest = southWest + Field.Shape.Stride;
        return (long)Values[southWest] + Values[southWest + 1] + Values[northWest] + Values[northWest + 1] < 0;
    }

    /// <summary>Whether it is not for distance alone that a point is outside.</summary>
    public bool IsHeldBack(int point) =>
        (!Owners.IsEmpty && Owners[point] >= 0 && Owners[point] != Owner) || Field.IsHeldBack(Cutoff, point);
}
