using System.Text;
using Neighbor.Gis.Layers.Formats.Csv;

namespace Neighbor.Gis.SampleCounty.Fixture;

/// <summary>A CSV file with a head row.</summary>
internal static class TableFile
{
    public static void Write<T>(
        string folder,
        string name,
        string[] columns,
        IEnumerable<T> rows,
        Func<T, string?[]> describe
    )
    {
        using var text = new StreamWriter(PathOf(folder, name), append: false, CsvWriter.Encoding);
        var writer = new CsvWriter(text, columns);
        foreach (T row in rows)
        {
            foreach (string? cell in describe(row))
            {
                writer.Cell(cell);
            }

            writer.EndRow();
        }
    }

    public static List<T> Read<T>(string folder, string name, Func<Fields, T> make)
    {
        string[] lines = File.ReadAllLines(PathOf(folder, name), Encoding.UTF8);
        List<string> columns = Cells(lines[0]);
        return
        [
            .. lines
                .Skip(1)
                .Select(line =>
                {
                    IEnumerable<KeyValuePair<string, object?>> values = columns.Zip(
                        Cells(line),
                        (column, cell) => KeyValuePair.Create(column, (object?)cell)
                    );
                    return make(new Fields(new Dictionary<string, object?>(values)));
                }),
        ];
    }

    /// <summary>The cells of a line; none of ours holds a line break.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char letter = line[i];
            if (letter == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + ".csv");
}
