namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>A point on the town's plane in whole centimetres east and north of its origin; equal numbers are one node.</summary>
internal readonly record struct PlanePoint(int X, int Y)
{
    /// <summary>The point nearest to a place in metres.</summary>
    public static PlanePoint Of(Vector metres) =>
        new(
            (int)Math.Round(metres.X * 100, MidpointRounding.AwayFromZero),
            (int)Math.Round(metres.Y * 100, MidpointRounding.AwayFromZero)
        );

    /// <summary>The place in metres.</summary>
    public Vector Metres => new(X / 100.0, Y / 100.0);
}
