using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Quarters;

/// <summary>What houses and lanes of a quarter are like.</summary>
internal sealed record QuarterStyle
{
    /// <summary>What the first cuts through a block become, the next ones, and so on.</summary>
    public required IReadOnlyList<WayKind> Lanes { get; init; }

    /// <summary>Metres a lane wanders to the side.</summary>
    public required double Wander { get; init; }

    /// <summary>Metres along the lane.</summary>
    public required (double Shortest, double Longest) Frontage { get; init; }

    /// <summary>Metres away from the lane.</summary>
    public required (double Shortest, double Longest) Depth { get; init; }

    /// <summary>Metres between neighbours.</summary>
    public required (double Shortest, double Longest) Gap { get; init; }

    /// <summary>How often a place for a house stays empty.</summary>
    public required double Empty { get; init; }

    public required (int Fewest, int Most) Floors { get; init; }

    /// <summary>Houses a cell has at most.</summary>
    public required int MostHouses { get; init; }

    /// <summary>Whether houses far from the block's middle are the first to be left out.</summary>
    public bool ThinsOut { get; init; }

    /// <summary>The old town's terraces.</summary>
    public static QuarterStyle OldTown { get; } =
        new()
        {
            Lanes = [WayKind.Residential, WayKind.Path, WayKind.Path],
            Wander = 6,
            Frontage = (8, 13),
            Depth = (9, 15),
            Gap = (0.5, 2.2),
            Empty = 0.12,
            Floors = (2, 4),
            MostHouses = 12,
        };

    /// <summary>The old quarter on the hill.</summary>
    public static QuarterStyle HillTown { get; } =
        OldTown with
        {
            Lanes = [WayKind.Residential, WayKind.Steps, WayKind.Path],
            Wander = 10,
            Frontage = (7, 11),
            Depth = (8, 12),
            Gap = (0.8, 4),
            Empty = 0.25,
            MostHouses = 11,
        };

    /// <summary>Villages at the edge of the town.</summary>
    public static QuarterStyle Village { get; } =
        new()
        {
            Lanes = [WayKind.Residential, WayKind.Residential, WayKind.Track],
            Wander = 14,
            Frontage = (10, 14),
            Depth = (10, 14),
            Gap = (2, 9),
            Empty = 0.35,
            Floors = (3, 5),
            MostHouses = 7,
            ThinsOut = true,
        };
}
