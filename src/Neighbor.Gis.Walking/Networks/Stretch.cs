namespace Neighbor.Gis.Walking.Networks;

/// <summary>A piece of a link, between two offsets from its tail.</summary>
/// <param name="Link">The link.</param>
/// <param name="FromMm">Where it begins, in millimetres from the link's tail.</param>
/// <param name="ToMm">Where it ends; not below <paramref name="FromMm"/>.</param>
public readonly record struct Stretch(LinkId Link, int FromMm, int ToMm)
{
    /// <summary>How long it is.</summary>
    public int LengthMm => ToMm - FromMm;
}
