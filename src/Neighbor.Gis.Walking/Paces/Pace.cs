using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Paces;

/// <summary>步速. How fast somebody walks on the level, and how much slower on steps.</summary>
/// <remarks>
/// <para>Units: whole millimetres a second. A stretch of a way takes its length over the speed, rounded to the millisecond.</para>
/// <para>
/// Source: planning – GB 50180-2018, which puts 15 minutes at 800 to 1,000 m; adult – field means of 1.3 to 1.4 m/s;
/// elder – the slowest fifth of healthy people over 60; frail – below the mean of healthy women over 80; steps at half
/// speed – between what is measured upward and downward.
/// </para>
/// </remarks>
public sealed record Pace
{
    private const double MillisecondsPerSecond = 1000;
    private const double Hundred = 100;

    private readonly double[] _msPerMm;

    /// <summary>A pace.</summary>
    /// <param name="name">Its name in requests.</param>
    /// <param name="millimetresPerSecond">On the level; 100 to 5,000.</param>
    /// <param name="stepsPercent">How long steps take compared with the level, in percent; 100 to 1,000.</param>
    public Pace(string name, int millimetresPerSecond, int stepsPercent = 200)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(millimetresPerSecond, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(millimetresPerSecond, 5_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPercent, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepsPercent, 1_000);
        Name = name;
        MillimetresPerSecond = millimetresPerSecond;
        StepsPercent = stepsPercent;
        _msPerMm = new double[WayKinds.Count];
        Array.Fill(_msPerMm, MillisecondsPerSecond / millimetresPerSecond);
        _msPerMm[(int)WayKind.Steps] = MillisecondsPerSecond * stepsPercent / (Hundred * millimetresPerSecond);
    }

    /// <summary>The pace of plans: a kilometre in 1,000 seconds, so that a millimetre is a millisecond.</summary>
    public static Pace Planning { get; } = new("planning", 1_000);

    /// <summary>A healthy adult.</summary>
    public static Pace Adult { get; } = new("adult", 1_330);

    /// <summary>Somebody over sixty.</summary>
    public static Pace Elder { get; } = new("elder", 1_000, 250);

    /// <summary>Somebody frail or over eighty.</summary>
    public static Pace Frail { get; } = new("frail", 800, 300);

    /// <summary>A child, or somebody with one by the hand.</summary>
    public static Pace Child { get; } = new("child", 1_000);

    /// <summary>The paces that can be asked for by name.</summary>
    public static IReadOnlyList<Pace> All { get; } = [Planning, Adult, Elder, Frail, Child];

    /// <summary>Its name in requests.</summary>
    public string Name { get; }

    /// <summary>The speed on the level.</summary>
    public int MillimetresPerSecond { get; }

    /// <summary>How long steps take compared with the level, in percent.</summary>
    public int StepsPercent { get; }

    internal double[] Factors => _msPerMm;

    /// <summary>The pace of that name, or null.</summary>
    public static Pace? Find(string name) => All.FirstOrDefault(pace => pace.Name == name);

    /// <summary>How long a stretch of such a way takes.</summary>
    public int WalkMs(int lengthMm, WayKind kind) => ToMs(lengthMm, _msPerMm[(int)kind]);

    /// <summary>How long a stretch off the ways takes: as on the level.</summary>
    public int AccessMs(int accessMm) => ToMs(accessMm, _msPerMm[(int)WayKind.Path]);

    /// <summary>The longest stretch of such a way that takes no longer than so many milliseconds.</summary>
    public int ReachMm(int walkMs, WayKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(walkMs);
        double msPerMm = _msPerMm[(int)kind];
        double farthest = (walkMs + 0.5) / msPerMm;
        int lengthMm = farthest >= int.MaxValue ? int.MaxValue : (int)farthest;
        while (lengthMm > 0 && ToMs(lengthMm, msPerMm) > walkMs)
        {
            lengthMm--;
        }

        return lengthMm;
    }

    /// <inheritdoc/>
    public bool Equals(Pace? other) =>
        other is not null
        && Name == other.Name
        && MillimetresPerSecond == other.MillimetresPerSecond
        && StepsPercent == other.StepsPercent;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, MillimetresPerSecond, StepsPercent);

    /// <summary>Half a millisecond counts as a whole one. The same in every place that turns length into time.</summary>
    internal static int ToMs(int lengthMm, double msPerMm) => (int)((lengthMm * msPerMm) + 0.5);
}
