using System.Globalization;
using Neighbor.Gis.Layers.Formats.Csv;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Matrices;

/// <summary>A matrix as a table for spreadsheets: a row for each origin, a column for each destination, seconds in the cells.</summary>
public static class MatrixTable
{
    private const int SecondDecimals = 1;

    /// <summary>The bytes of the table, with the mark that spreadsheets know UTF-8 by. Places are numbered from 1.</summary>
    public static byte[] Write(WalkMatrices.Answer answer, Language language)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, CsvWriter.Encoding))
        {
            IEnumerable<string> numbers = Enumerable
                .Range(1, answer.Destinations.Count)
                .Select(number => number.ToString(CultureInfo.InvariantCulture));
            var table = new CsvWriter(text, [ProblemTexts.Phrase("column-origin", language), .. numbers]);
            for (int origin = 0; origin < answer.Seconds.Count; origin++)
            {
                table.Cell(origin + 1L);
                foreach (double? seconds in answer.Seconds[origin])
                {
                    table.Cell(seconds, SecondDecimals);
                }

                table.EndRow();
            }
        }

        return stream.ToArray();
    }
}
