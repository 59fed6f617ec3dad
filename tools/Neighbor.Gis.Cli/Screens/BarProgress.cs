using Spectre.Console;

namespace Neighbor.Gis.Cli.Screens;

/// <summary>Shows progress to a person as a live bar.</summary>
internal sealed class BarProgress(ProgressTask task) : IProgress<Stage>
{
    /// <inheritdoc />
    public void Report(Stage value)
    {
        task.Description = Markup.Escape(value.Title);
        task.IsIndeterminate = value.Fraction is null;
        task.Value = value.Fraction ?? 0;
    }
}
