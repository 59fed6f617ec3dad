namespace Neighbor.Gis.Cli;

/// <summary>退出码. What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something nobody foresaw.</summary>
    public const int Unexpected = 1;

    /// <summary>The command or the data is wrong; nothing was written.</summary>
    public const int Refused = 2;

    /// <summary>The database cannot be reached or used.</summary>
    public const int NoDatabase = 3;

    /// <summary>Cancelled (128 + SIGINT); nothing was written.</summary>
    public const int Cancelled = 130;
}
