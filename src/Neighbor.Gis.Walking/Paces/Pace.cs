using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Paces;

/// <summary>步速. How fast somebody walks on the level, and what steps, lifts, signals and slopes cost.</summary>
/// <remarks>
/// <para>Units: whole millimetres a second, whole milliseconds. A stretch takes its length times what a millimetre of its terrain
/// costs that way, rounded to the millisecond.</para>
/// <para>
/// Source: slopes – Tobler, "Three presentations on geographical analysis and modeling" (1993), as a factor to the level;
/// planning – GB 50180-2018, which puts 15 minutes at 800 to 1,000 m; adult – field means of 1.3 to 1.4 m/s; elder – the slowest
/// fifth of healthy people over 60; frail – below the mean of healthy women over 80; steps, lifts and signals – own, between what
/// engines for walkers use.
/// </para>
/// </remarks>
public sealed record Pace
{
    private const double MillisecondsPerSecond = 1000;
    private const double SteepestForTobler = 0.30;

    /// <summary>A pace: by default half as fast on steps, and indifferent to slopes and signals.</summary>
    /// <param name="name">Its name in requests.</param>
    /// <param name="millimetresPerSecond">On the level; 100 to 5,000.</param>
    public Pace(string name, int millimetresPerSecond)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(millimetresPerSecond, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(millimetresPerSecond, 5_000);
        Name = name;
        MillimetresPerSecond = millimetresPerSecond;
        StairsUpMillimetresPerSecond = millimetresPerSecond / 2;
        StairsDownMillimetresPerSecond = millimetresPerSecond / 2;
    }

    /// <summary>The pace of plans: a kilometre in 1,000 seconds whatever the slope, so that a millimetre is a millisecond.</summary>
    public static Pace Planning { get; } = new("planning", 1_000);

    /// <summary>A healthy adult.</summary>
    public static Pace Adult { get; } =
        new("adult", 1_330)
        {
            StepUpMs = 500,
            StepDownMs = 450,
            StairsUpMillimetresPerSecond = 500,
            StairsDownMillimetresPerSecond = 600,
            MinorSignalMs = 10_000,
            MajorSignalMs = 20_000,
            MindsSlope = true,
        };

    /// <summary>Somebody over sixty: 1.6 times as long on steps.</summary>
    public static Pace Elder { get; } =
        new("elder", 1_000)
        {
            StepUpMs = 800,
            StepDownMs = 720,
            StairsUpMillimetresPerSecond = 312,
            StairsDownMillimetresPerSecond = 375,
            MinorSignalMs = 10_000,
            MajorSignalMs = 20_000,
            MindsSlope = true,
        };

    /// <summary>Somebody frail or over eighty: twice as long on steps.</summary>
    public static Pace Frail { get; } =
        new("frail", 800)
        {
            StepUpMs = 1_000,
            StepDownMs = 900,
            StairsUpMillimetresPerSecond = 250,
            StairsDownMillimetresPerSecond = 300,
            MinorSignalMs = 10_000,
            MajorSignalMs = 20_000,
            MindsSlope = true,
        };

    /// <summary>A child, or somebody with one by the hand.</summary>
    public static Pace Child { get; } =
        new("child", 1_000)
        {
            StepUpMs = 600,
            StepDownMs = 540,
            StairsUpMillimetresPerSecond = 400,
            StairsDownMillimetresPerSecond = 450,
            MinorSignalMs = 10_000,
            MajorSignalMs = 20_000,
            MindsSlope = true,
        };

    /// <summary>Somebody with a pram: no steps.</summary>
    public static Pace Pram { get; } =
        new("pram", 800)
        {
            AvoidsSteps = true,
            MinorSignalMs = 10_000,
            MajorSignalMs = 20_000,
            MindsSlope = true,
        };

    /// <summary>Somebody in a wheelchair: no steps, and nothing steeper than one in twelve.</summary>
    public static Pace Wheelchair { get; } =
        new("wheelchair", 800)
        {
            AvoidsSteps = true,
            SteepestPercent = 8,
            MinorSignalMs = 10_000,
            MajorSignalMs = 20_000,
        };

    /// <summary>The paces the product brings along.</summary>
    public static IReadOnlyList<Pace> All { get; } = [Planning, Adult, Elder, Frail, Child, Pram, Wheelchair];

    /// <summary>Its name in requests.</summary>
    public string Name { get; }

    /// <summary>The speed on the level.</summary>
    public int MillimetresPerSecond { get; }

    /// <summary>What one counted step up takes; 0 walks counted flights like uncounted ones.</summary>
    public int StepUpMs { get; init; }

    /// <summary>What one counted step down takes; 0 walks counted flights like uncounted ones.</summary>
    public int StepDownMs { get; init; }

    /// <summary>The speed up a flight whose steps nobody has counted, along its line.</summary>
    public int StairsUpMillimetresPerSecond { get; init; }

    /// <summary>The speed down a flight whose steps nobody has counted, along its line.</summary>
    public int StairsDownMillimetresPerSecond { get; init; }

    /// <summary>How long one waits for a lift.</summary>
    public int LiftMs { get; init; } = 25_000;

    /// <summary>How long a lift takes for a floor.</summary>
    public int LiftFloorMs { get; init; } = 2_000;

    /// <summary>How long one waits for a signal on a small street.</summary>
    public int MinorSignalMs { get; init; }

    /// <summary>How long one waits for a signal on a large street.</summary>
    public int MajorSignalMs { get; init; }

    /// <summary>Whether slopes matter.</summary>
    public bool MindsSlope { get; init; }

    /// <summary>Whether steps cannot be walked at all.</summary>
    public bool AvoidsSteps { get; init; }

    /// <summary>The steepest way that can be walked, up or down, in percent.</summary>
    public int SteepestPercent { get; init; } = int.MaxValue;

    /// <summary>The pace of that name among those the product brings along, or null.</summary>
    public static Pace? Find(string name) => All.FirstOrDefault(pace => pace.Name == name);

    /// <summary>What a millimetre of a terrain takes along its line; positive infinity where it cannot be walked.</summary>
    public double MsPerMm(Terrain terrain)
    {
        bool isTooSteep = Math.Abs(terrain.InclinePercent) > SteepestPercent;
        if (isTooSteep || (AvoidsSteps && terrain.Kind == WayKind.Steps))
        {
            return double.PositiveInfinity;
        }

        double perMm = terrain.Kind switch
        {
            WayKind.Steps => Steps(terrain),
            WayKind.Elevator => Lift(terrain),
            _ => MillisecondsPerSecond / MillimetresPerSecond / (MindsSlope ? Tobler(terrain.InclinePercent) : 1),
        };
        int waitMs = terrain.Signals switch
        {
            SignalCrossing.Minor => MinorSignalMs,
            SignalCrossing.Major => MajorSignalMs,
            _ => 0,
        };
        return waitMs == 0 ? perMm : perMm + ((double)waitMs / terrain.WayLengthMm);
    }

    /// <summary>How long a stretch of such a terrain takes along its line; <see cref="int.MaxValue"/> where it cannot be walked.</summary>
    public int WalkMs(int lengthMm, Terrain terrain)
    {
        double msPerMm = MsPerMm(terrain);
        return double.IsPositiveInfinity(msPerMm) ? int.MaxValue : ToMs(lengthMm, msPerMm);
    }

    /// <summary>How long a stretch off the ways takes: as on the level.</summary>
    public int AccessMs(int accessMm) => ToMs(accessMm, MillisecondsPerSecond / MillimetresPerSecond);

    /// <summary>The longest stretch off the ways that takes no longer than so many milliseconds.</summary>
    public int AccessReachMm(int walkMs) => ReachMm(walkMs, MillisecondsPerSecond / MillimetresPerSecond);

    /// <summary>How much faster than on the level one is on a slope; below 1 is slower.</summary>
    /// <param name="inclinePercent">How steeply it climbs; beyond 30 percent either way it counts as 30.</param>
    public static double Tobler(int inclinePercent)
    {
        double slope = Math.Clamp(inclinePercent / 100.0, -SteepestForTobler, SteepestForTobler);
        return Math.Exp(-3.5 * (Math.Abs(slope + 0.05) - 0.05));
    }

    /// <summary>Half a millisecond counts as a whole one. The same in every place that turns length into time.</summary>
    internal static int ToMs(int lengthMm, double msPerMm) => (int)((lengthMm * msPerMm) + 0.5);

    /// <summary>The longest length that takes no longer than so many milliseconds.</summary>
    internal static int ReachMm(int walkMs, double msPerMm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(walkMs);
        double farthest = (walkMs + 0.5) / msPerMm;
        int lengthMm = farthest >= int.MaxValue ? int.MaxValue : (int)farthest;
        while (lengthMm > 0 && ToMs(lengthMm, msPerMm) > walkMs)
        {
            lengthMm--;
        }

        return lengthMm;
    }

    private double Steps(Terrain terrain)
    {
        bool isCounted = terrain.StepCount > 0 && StepUpMs > 0 && StepDownMs > 0;
        double up = isCounted
            ? (double)StepUpMs * terrain.StepCount / terrain.WayLengthMm
            : MillisecondsPerSecond / StairsUpMillimetresPerSecond;
        double down = isCounted
            ? (double)StepDownMs * terrain.StepCount / terrain.WayLengthMm
            : MillisecondsPerSecond / StairsDownMillimetresPerSecond;
        return terrain.Rise switch
        {
            WayRise.Up => up,
            WayRise.Down => down,
            _ => (up + down) / 2,
        };
    }

    /// <summary>A lift takes its wait and its floors however long its line is drawn.</summary>
    private double Lift(Terrain terrain) =>
        (LiftMs + ((double)LiftFloorMs * terrain.Floors)) / Math.Max(1, terrain.WayLengthMm);
}
