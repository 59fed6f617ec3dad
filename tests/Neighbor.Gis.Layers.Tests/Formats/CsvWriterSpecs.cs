using Neighbor.Gis.Layers.Formats.Csv;
using Xunit;

namespace Neighbor.Gis.Layers.Tests.Formats;

public sealed class CsvWriterSpecs
{
    [Fact]
    public void A_table_has_a_head_row_and_rows_that_end_in_crlf()
    {
        using StringWriter text = new();
        CsvWriter csv = new(text, "code", "名称", "share", "count");
        csv.Cell("359921000000");
        csv.Cell("樾溪县");
        csv.Cell(0.784512, 4);
        csv.Cell(12);
        csv.EndRow();
        csv.Cell((string?)null);
        csv.Cell("");
        csv.Cell(double.NaN, 2);
        csv.Cell((long?)null);
        csv.EndRow();

        Assert.Equal("code,名称,share,count\r\n359921000000,樾溪县,0.7845,12\r\n,,,\r\n", text.ToString());
        Assert.Equal(2, csv.Rows);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86 595", "'+86 595")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("=HYPERLINK(\"http://a\",\"b\")", "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" padded", "\" padded\"")]
    public void A_text_that_a_spreadsheet_would_run_or_break_is_made_safe(string text, string cell) =>
        Assert.Equal($"name\r\n{cell}\r\n", Single(csv => csv.Cell(text)));

    [Fact]
    public void A_negative_number_stays_a_number()
    {
        Assert.Equal("name\r\n-12\r\n", Single(csv => csv.Cell(-12)));
        Assert.Equal("name\r\n-0.5\r\n", Single(csv => csv.Cell(-0.5, 3)));
        Assert.Equal("name\r\n0\r\n", Single(csv => csv.Cell(-0.0001, 3)));
    }

    [Fact]
    public void A_row_with_a_cell_too_few_or_too_many_is_refused()
    {
        using StringWriter text = new();
        CsvWriter csv = new(text, "a", "b");
        csv.Cell(1);
        Assert.Contains("1 cells for 2 columns", Assert.Throws<InvalidOperationException>(csv.EndRow).Message);
    }

    private static string Single(Action<CsvWriter> write)
    {
        using StringWriter text = new();
        CsvWriter csv = new(text, "name");
        write(csv);
        csv.EndRow();
        return text.ToString();
    }
}
