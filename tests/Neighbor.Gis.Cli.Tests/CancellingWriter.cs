namespace Neighbor.Gis.Cli.Tests;

/// <summary>Presses Ctrl-C as soon as the program says a certain word.</summary>
internal sealed class CancellingWriter(string word) : StringWriter
{
    private readonly CancellationTokenSource _cancelling = new();

    /// <summary>The token to run the program with.</summary>
    public CancellationToken Cancelled => _cancelling.Token;

    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value is not null && value.StartsWith(word, StringComparison.Ordinal))
        {
            _cancelling.Cancel();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _cancelling.Dispose();
        base.Dispose(disposing);
    }
}
