namespace Neighbor.Gis.SampleCounty.Plane;

/// <summary>A place or a step on the town's plane in metres.</summary>
/// <remarks><para>Only sums, products, quotients and square roots: IEEE 754 gives each the same on every machine.</para></remarks>
internal readonly record struct Vector(double X, double Y)
{
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    public Vector Unit => this / Length;

    /// <summary>Turned a quarter to the left.</summary>
    public Vector Left => new(-Y, X);

    /// <summary>The two numbers; a record would print its unit vector, and that one's, without end.</summary>
    public override string ToString() => FormattableString.Invariant($"({X}, {Y})");

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y);

    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y);

    public static Vector operator *(Vector a, double factor) => new(a.X * factor, a.Y * factor);

    public static Vector operator /(Vector a, double divisor) => new(a.X / divisor, a.Y / divisor);

    public static double Dot(Vector a, Vector b) => (a.X * b.X) + (a.Y * b.Y);

    /// <summary>Positive when <paramref name="b"/> points to the left of <paramref name="a"/>.</summary>
    public static double Cross(Vector a, Vector b) => (a.X * b.Y) - (a.Y * b.X);

    public static Vector Between(Vector a, Vector b, double share) => a + ((b - a) * share);
}
