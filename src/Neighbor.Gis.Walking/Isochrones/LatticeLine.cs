namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>A straight line on the lattice.</summary>
internal readonly record struct LatticeLine(double Ax, double Ay, double Bx, double By)
{
    /// <summary>The line between two positions.</summary>
    public static LatticeLine Between(LatticePlane plane, Position from, Position to) =>
        new(plane.X(from.Longitude), plane.Y(from.Latitude), plane.X(to.Longitude), plane.Y(to.Latitude));

    /// <summary>Adds the piece between two shares of it to a scene, as a piece of a way.</summary>
    public void AddTo(ReachScene scene, double from, double to, int rank, int owner) =>
        scene.AddWay(
            Ax + (from * (Bx - Ax)),
            Ay + (from * (By - Ay)),
            Ax + (to * (Bx - Ax)),
            Ay + (to * (By - Ay)),
            rank,
            owner
        );
}
