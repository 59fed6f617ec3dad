using System.Globalization;
using Neighbor.Gis.Layers.Formats.Csv;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Coverage;

/// <summary>A coverage report as a table for spreadsheets: the totals first, then the rows.</summary>
public static class CoverageTable
{
    private const int ShareDecimals = 3;

    private static readonly string[] Columns =
    [
        "code",
        "name",
        "buildings",
        "buildings-covered",
        "buildings-uncovered",
        "buildings-share",
        "households",
        "households-covered",
        "households-uncovered",
        "households-share",
        "residents",
        "residents-covered",
        "residents-uncovered",
        "residents-share",
    ];

    /// <summary>The bytes of the table, with the mark that spreadsheets know UTF-8 by.</summary>
    public static byte[] Write(CoverageReports.Answer answer, Language language)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, CsvWriter.Encoding))
        {
            var table = new CsvWriter(
                text,
                [.. Columns.Select(column => ProblemTexts.Phrase("column-" + column, language))]
            );
            Row(
                table,
                answer.Area?.Code ?? "",
                ProblemTexts.Phrase("column-total", language),
                answer.Totals.Buildings,
                answer.Totals.Households,
                answer.Totals.Residents
            );
            foreach (CoverageReports.RowPart row in answer.Rows)
            {
                Row(table, row.Code, row.Name, row.Buildings, row.Households, row.Residents);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A file name that says what the table holds.</summary>
    public static string FileName(CoverageReports.Answer answer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"coverage-{answer.Area?.Code ?? "map"}-{Words.Of(answer.Function)}-{answer.Minutes}min-{answer.Pace.Name}.csv"
        );

    private static void Row(CsvWriter table, string code, string name, params CoverageReports.TallyPart[] tallies)
    {
        table.Cell(code);
        table.Cell(name);
        foreach (CoverageReports.TallyPart tally in tallies)
        {
            table.Cell(tally.Total);
            table.Cell(tally.Covered);
            table.Cell(tally.Uncovered);
            table.Cell(tally.Share, ShareDecimals);
        }

        table.EndRow();
    }
}
