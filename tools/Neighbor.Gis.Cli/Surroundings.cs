namespace Neighbor.Gis.Cli;

/// <summary>What the program stands in: where it writes, who reads along, and what the environment says.</summary>
/// <param name="Out">Takes the results.</param>
/// <param name="Error">Takes the faults.</param>
/// <param name="IsTerminal">Whether a person looks at <paramref name="Out"/>; otherwise there are plain lines and no colours.</param>
/// <param name="Variable">Reads an environment variable.</param>
internal sealed record Surroundings(TextWriter Out, TextWriter Error, bool IsTerminal, Func<string, string?> Variable)
{
    /// <summary>The process's own.</summary>
    public static Surroundings OfProcess() =>
        new(Console.Out, Console.Error, !Console.IsOutputRedirected, Environment.GetEnvironmentVariable);
}
