using System.Globalization;

namespace Neighbor.Gis.Spatial.Distances;

/// <summary>距离. A length in whole millimetres, so that sums are exact and equal on every machine.</summary>
/// <param name="Millimetres">The length in millimetres; a difference may be negative.</param>
public readonly record struct Distance(long Millimetres) : IComparable<Distance>
{
    private const double MillimetresPerMetre = 1000;

    /// <summary>No length at all.</summary>
    public static Distance Zero => default;

    /// <summary>The length in metres.</summary>
    public double Metres => Millimetres / MillimetresPerMetre;

    /// <summary>The distance nearest to so many metres; halves go away from zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number, or too long to count in
    /// millimetres.</exception>
    public static Distance FromMetres(double metres)
    {
        double millimetres = Math.Round(metres * MillimetresPerMetre, MidpointRounding.AwayFromZero);
        if (!(Math.Abs(millimetres) < long.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(metres), metres, "Not a length that fits whole millimetres.");
        }

        return new Distance((long)millimetres);
    }

    /// <summary>One length after the other.</summary>
    public static Distance operator +(Distance left, Distance right) => left.Add(right);

    /// <summary>What is left of one length after another.</summary>
    public static Distance operator -(Distance left, Distance right) => left.Subtract(right);

    /// <summary>Whether the left is shorter.</summary>
    public static bool operator <(Distance left, Distance right) => left.Millimetres < right.Millimetres;

    /// <summary>Whether the left is longer.</summary>
    public static bool operator >(Distance left, Distance right) => left.Millimetres > right.Millimetres;

    /// <summary>Whether the left is not longer.</summary>
    public static bool operator <=(Distance left, Distance right) => left.Millimetres <= right.Millimetres;

    /// <summary>Whether the left is not shorter.</summary>
    public static bool operator >=(Distance left, Distance right) => left.Millimetres >= right.Millimetres;

    /// <summary>One length after the other.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public Distance Add(Distance other) => new(checked(Millimetres + other.Millimetres));

    /// <summary>What is left of this length after another.</summary>
    /// <exception cref="OverflowException">The difference does not fit.</exception>
    public Distance Subtract(Distance other) => new(checked(Millimetres - other.Millimetres));

    /// <inheritdoc/>
    public int CompareTo(Distance other) => Millimetres.CompareTo(other.Millimetres);

    /// <summary>The length in metres with its unit, for logs and messages.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Metres:0.###} m");
}
