using System.Globalization;

namespace Neighbor.Gis.Cli.Screens;

/// <summary>Tells progress to a log: a line at the beginning of each stage and at every quarter of it.</summary>
internal sealed class PlainProgress : IProgress<Stage>
{
    private const int Steps = 4;

    private readonly TextWriter _writer;
    private string _title;
    private int _told;

    public PlainProgress(TextWriter writer, string title)
    {
        _writer = writer;
        _title = title;
        _writer.WriteLine($"{title} …");
    }

    /// <inheritdoc />
    public void Report(Stage value)
    {
        if (value.Title != _title)
        {
            _title = value.Title;
            _told = 0;
            _writer.WriteLine($"{_title} …");
        }

        int step = (int)((value.Fraction ?? 0) * Steps);
        if (step > _told)
        {
            _told = step;
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_title} {step * 100 / Steps}%"));
        }
    }
}
