using System.Diagnostics;
using Neighbor.Gis.Testing;

namespace Neighbor.Gis.Benchmarks.Results;

/// <summary>What the figures were taken on and from.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>The processor and how many cores of it.</summary>
    public static string Name
    {
        get
        {
            string? model = File.Exists(ProcessorFile)
                ? File.ReadLines(ProcessorFile)
                    .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                    ?.Split(':')[1]
                    .Trim()
                : null;
            return $"{model ?? "unknown processor"}, {Environment.ProcessorCount} cores";
        }
    }

    /// <summary>The same as a part of a file's name.</summary>
    public static string FileWord =>
        string.Join(
            '-',
            Name.ToLowerInvariant()
                .Split(
                    [.. Name.ToLowerInvariant().Where(letter => !char.IsAsciiLetterOrDigit(letter))],
                    StringSplitOptions.RemoveEmptyEntries
                )
        );

    /// <summary>The commit of the working tree; empty where git cannot say.</summary>
    public static string Commit
    {
        get
        {
            ProcessStartInfo start = new("git", ["describe", "--always", "--dirty"])
            {
                WorkingDirectory = RepositoryFiles.Root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            try
            {
                using Process git = Process.Start(start)!;
                string said = git.StandardOutput.ReadToEnd().Trim();
                git.WaitForExit();
                return git.ExitCode == 0 ? said : "";
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return ""; // no git here
            }
        }
    }
}
