using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.SampleCounty.Compounds;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Buildings;

/// <summary>A building before it has a code.</summary>
internal sealed class BuildingDraft
{
    public required BuildingUse Use { get; init; }

    public required int Floors { get; init; }

    /// <summary>The outline, counter-clockwise; the doors are among its points.</summary>
    public required List<PlanePoint> Ring { get; init; }

    /// <summary>The doors.</summary>
    public required List<PlanePoint> Doors { get; init; }

    /// <summary>A name of its own, or an empty text for one that gets a number.</summary>
    public string Name { get; init; } = "";

    public CompoundDraft? Compound { get; init; }

    /// <summary>The kind of place, for finding houses that a service can move into.</summary>
    public string Purpose { get; init; } = "";

    public int Households { get; set; }

    public int Residents { get; set; }

    public int Elders { get; set; }

    public int Children { get; set; }

    public string Code { get; set; } = "";

    /// <summary>Whether people live in it.</summary>
    public bool HasHomes => Use is BuildingUse.Residential or BuildingUse.Mixed;
}
