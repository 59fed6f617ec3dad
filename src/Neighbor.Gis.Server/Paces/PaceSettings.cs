using Neighbor.Gis.Server.Settings;
using Neighbor.Gis.Walking.Paces;

namespace Neighbor.Gis.Server.Paces;

/// <summary>The settings of one pace, in metres a second and seconds.</summary>
/// <remarks>
/// <para><c>metresPerSecond</c> on the level; <c>stepUpSeconds</c>, <c>stepDownSeconds</c> for each counted step;
/// <c>stairsUpMetresPerSecond</c>, <c>stairsDownMetresPerSecond</c> along uncounted steps; <c>liftSeconds</c>,
/// <c>liftFloorSeconds</c>; <c>minorSignalSeconds</c>, <c>majorSignalSeconds</c>; <c>mindsSlope</c>, <c>avoidsSteps</c>;
/// <c>steepestPercent</c>.</para>
/// </remarks>
public static class PaceSettings
{
    private const double PerThousand = 1000;
    private const double SlowestMetresPerSecond = 0.1;
    private const double FastestMetresPerSecond = 5;
    private const double LongestStepSeconds = 60;
    private const double LongestWaitSeconds = 600;
    private const double SteepestPercent = 100;

    /// <summary>Reads a pace; what is not set is as in <paramref name="known"/>.</summary>
    /// <exception cref="WrongSettingException">A setting is wrong, or a new pace has no speed.</exception>
    public static Pace Read(string name, Pace? known, IConfigurationSection section, SettingReader reader)
    {
        int millimetresPerSecond =
            Speed("metresPerSecond")
            ?? known?.MillimetresPerSecond
            ?? throw new WrongSettingException(
                $"{section.Path}:metresPerSecond",
                null,
                $"a number from {SlowestMetresPerSecond} to {FastestMetresPerSecond}"
            );
        var fresh = new Pace(name, millimetresPerSecond);
        Pace usual = known ?? fresh;
        return fresh with
        {
            StepUpMs = Seconds("stepUpSeconds", LongestStepSeconds) ?? usual.StepUpMs,
            StepDownMs = Seconds("stepDownSeconds", LongestStepSeconds) ?? usual.StepDownMs,
            StairsUpMillimetresPerSecond = Speed("stairsUpMetresPerSecond") ?? usual.StairsUpMillimetresPerSecond,
            StairsDownMillimetresPerSecond = Speed("stairsDownMetresPerSecond") ?? usual.StairsDownMillimetresPerSecond,
            LiftMs = Seconds("liftSeconds", LongestWaitSeconds) ?? usual.LiftMs,
            LiftFloorMs = Seconds("liftFloorSeconds", LongestStepSeconds) ?? usual.LiftFloorMs,
            MinorSignalMs = Seconds("minorSignalSeconds", LongestWaitSeconds) ?? usual.MinorSignalMs,
            MajorSignalMs = Seconds("majorSignalSeconds", LongestWaitSeconds) ?? usual.MajorSignalMs,
            MindsSlope = reader.FindFlag("mindsSlope") ?? usual.MindsSlope,
            AvoidsSteps = reader.FindFlag("avoidsSteps") ?? usual.AvoidsSteps,
            SteepestPercent = reader.FindNumber("steepestPercent", 0, SteepestPercent) is { } steepest
                ? (int)Math.Round(steepest)
                : usual.SteepestPercent,
        };

        int? Speed(string setting) =>
            Thousandths(reader.FindNumber(setting, SlowestMetresPerSecond, FastestMetresPerSecond));

        int? Seconds(string setting, double most) => Thousandths(reader.FindNumber(setting, 0, most));
    }

    private static int? Thousandths(double? value) =>
        value is { } number ? (int)Math.Round(number * PerThousand) : null;
}
