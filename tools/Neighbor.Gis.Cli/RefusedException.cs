namespace Neighbor.Gis.Cli;

/// <summary>The command or the data is wrong, and the message tells the person who gave it what to do.</summary>
internal sealed class RefusedException(string message, int exitCode = ExitCode.Refused) : Exception(message)
{
    /// <summary>What to tell the shell.</summary>
    public int ExitCode { get; } = exitCode;
}
