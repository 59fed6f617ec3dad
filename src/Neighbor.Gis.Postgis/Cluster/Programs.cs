using System.Diagnostics;

namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>Runs the short-lived programs that make, start and stop a cluster.</summary>
internal static class Programs
{
    /// <summary>Runs a program to its end, outside any folder that the server's user may not enter.</summary>
    public static ProgramResult Run(string program, IReadOnlyList<string> arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> complaint = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new ProgramResult(process.ExitCode, output.GetAwaiter().GetResult(), complaint.GetAwaiter().GetResult());
    }

    /// <summary>The same without blocking a thread. The program is left alone when the caller gives up waiting.</summary>
    public static async Task<ProgramResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken
    )
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> complaint = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramResult(process.ExitCode, await output, await complaint);
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The environment of the caller must not steer the server: PGDATA, PGPORT, PGOPTIONS and their kin.
        foreach (string name in start.Environment.Keys.Where(IsPostgresSetting).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C.UTF-8";
        Process process =
            Process.Start(start) ?? throw new InvalidOperationException($"{program} did not become a process.");
        process.StandardInput.Close();
        return process;
    }

    private static bool IsPostgresSetting(string name) => name.StartsWith("PG", StringComparison.Ordinal);
}
