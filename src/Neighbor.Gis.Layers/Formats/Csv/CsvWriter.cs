using System.Buffers;
using System.Globalization;
using System.Text;

namespace Neighbor.Gis.Layers.Formats.Csv;

/// <summary>Writes tables that spreadsheets open as they are meant: Chinese is kept, and no cell is taken for a formula.</summary>
/// <remarks>
/// <para>
/// Source: RFC 4180 (commas, CRLF, quotes doubled). Text that a spreadsheet would run – it begins with = + - @, their
/// full-width forms, a tab or a line break – gets an apostrophe before it, which the spreadsheet takes away when shown.
/// Numbers are written as numbers and never changed.
/// </para>
/// <para>Threads: one user at a time.</para>
/// </remarks>
public sealed class CsvWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n;\t");

    private readonly TextWriter _writer;
    private readonly int _columns;
    private int _cells;

    /// <summary>Writes the head row. The writer stays the caller's; give it <see cref="Encoding"/>.</summary>
    public CsvWriter(TextWriter writer, params IReadOnlyList<string> columns)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count, nameof(columns));
        _writer = writer;
        _columns = columns.Count;
        foreach (string column in columns)
        {
            Cell(column);
        }

        EndRow();
    }

    /// <summary>UTF-8 with the mark by which spreadsheets know it; without it they guess, and Chinese is lost.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>How many rows have been written, the head row not counted.</summary>
    public int Rows { get; private set; } = -1;

    /// <summary>Writes a text; null is an empty cell.</summary>
    public void Cell(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        string safe = IsRunByASpreadsheet(text) ? "'" + text : text;
        bool isQuoted = safe.AsSpan().ContainsAny(Quoted) || safe[0] == ' ' || safe[^1] == ' ';
        _writer.Write(isQuoted ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe);
    }

    /// <summary>Writes a whole number; null is an empty cell.</summary>
    public void Cell(long? number)
    {
        Separate();
        if (number is long whole)
        {
            _writer.Write(whole.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a number with at most the given decimals; null and what is no number are empty cells.</summary>
    public void Cell(double? number, int decimals)
    {
        Separate();
        if (number is double value && double.IsFinite(value))
        {
            string text = value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
            _writer.Write(text == "-0" ? "0" : text);
        }
    }

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">The row has not as many cells as the head row.</exception>
    public void EndRow()
    {
        if (_cells != _columns)
        {
            throw new InvalidOperationException($"Got {_cells} cells for {_columns} columns in row {Rows + 1}.");
        }

        _writer.Write("\r\n");
        _cells = 0;
        Rows++;
    }

    private static bool IsRunByASpreadsheet(string text) =>
        text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    private void Separate()
    {
        if (_cells++ > 0)
        {
            _writer.Write(',');
        }
    }
}
