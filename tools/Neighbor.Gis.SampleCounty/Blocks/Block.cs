using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Blocks;

/// <summary>街区. A square of the plan on the ground, between streets.</summary>
internal sealed class Block
{
    public required LandUse Use { get; init; }

    /// <summary>The community's letter in the plan.</summary>
    public required char Community { get; init; }

    /// <summary>Its ground.</summary>
    public required Patch Ground { get; init; }

    /// <summary>What runs along its sides, or null where nothing does.</summary>
    public required SideStreets Streets { get; init; }

    /// <summary>Whether people live in it, so that it is a grid.</summary>
    public bool IsResidential =>
        Use
            is LandUse.Village
                or LandUse.HighRise
                or LandUse.TwinHighRise
                or LandUse.MixedEstate
                or LandUse.OpenEstate
                or LandUse.TwinEstate
                or LandUse.OldTown
                or LandUse.HillTown;
}
