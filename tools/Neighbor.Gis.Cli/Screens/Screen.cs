using System.Globalization;
using Neighbor.Gis.Cli.Words;
using Spectre.Console;

namespace Neighbor.Gis.Cli.Screens;

/// <summary>Shows results: tables and a live bar to a person, plain lines to a file or another program.</summary>
internal sealed class Screen
{
    private const int PlainWidth = 160;

    private readonly Surroundings _surroundings;
    private readonly Phrases _phrases;
    private readonly IAnsiConsole _console;

    public Screen(Surroundings surroundings, Phrases phrases)
    {
        _surroundings = surroundings;
        _phrases = phrases;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = surroundings.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = surroundings.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = surroundings.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
                Out = new AnsiConsoleOutput(surroundings.Out),
            }
        );
        if (!surroundings.IsTerminal)
        {
            _console.Profile.Width = PlainWidth;
        }
    }

    /// <summary>Writes a line.</summary>
    public void Line(string text) => _surroundings.Out.WriteLine(text);

    /// <summary>Writes a fault, where faults belong.</summary>
    public void Fault(string text) => _surroundings.Error.WriteLine($"{_phrases["error"]}: {text}");

    /// <summary>Writes a remark beside the results, where faults belong.</summary>
    public void Remark(string text) => _surroundings.Error.WriteLine(text);

    /// <summary>Writes a table; numbers stand to the right.</summary>
    public void Table(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object>> rows)
    {
        Line(title);
        Table table = new() { Border = _surroundings.IsTerminal ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (IReadOnlyList<object> row in rows)
        {
            table.AddRow(row.Select(Cell));
        }

        _console.Write(table);
    }

    /// <summary>Does a piece of work and shows how far it has come.</summary>
    public async Task<T> ShowAsync<T>(string title, Func<IProgress<Stage>, Task<T>> work)
    {
        if (!_surroundings.IsTerminal)
        {
            return await work(new PlainProgress(_surroundings.Error, title));
        }

        return await _console
            .Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: 1);
                task.IsIndeterminate = true;
                return await work(new BarProgress(task));
            });
    }

    private static Text Cell(object value) =>
        value switch
        {
            int or long => new Text(
                ((IFormattable)value).ToString("N0", CultureInfo.InvariantCulture)
            ).RightJustified(),
            IFormattable number => new Text(number.ToString(null, CultureInfo.InvariantCulture)).RightJustified(),
            _ => new Text(value.ToString() ?? ""),
        };
}
