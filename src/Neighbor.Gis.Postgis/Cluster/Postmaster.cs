using System.Globalization;

namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>What the file postmaster.pid of a data folder, and the process it names, say about its server.</summary>
/// <remarks>
/// <para>Source: PostgreSQL 15, src/include/miscadmin.h: line 1 of the file is the process id, line 4 the port, line 5 the
/// socket folder.</para>
/// </remarks>
internal abstract record Postmaster
{
    /// <summary>Linux gives out numbers below this one only (PID_MAX_LIMIT of 64-bit kernels).</summary>
    private const string NoProcess = "4194304";

    private Postmaster() { }

    /// <summary>No server runs on the folder, and none stands in the way of one.</summary>
    public sealed record Absent : Postmaster;

    /// <summary>A server runs on the folder, starts, or stops.</summary>
    /// <param name="ProcessId">Its process.</param>
    /// <param name="Port">The number in its socket's name.</param>
    /// <param name="SocketFolder">Where its socket is, or null while it has not said so yet.</param>
    public sealed record Alive(int ProcessId, int Port, string? SocketFolder) : Postmaster;

    /// <summary>The server is dead, but its process number is not free yet; a start would be refused until it is.</summary>
    public sealed record Dying(int ProcessId) : Postmaster;

    /// <summary>The file is a left-over and its process number belongs to another program by now.</summary>
    public sealed record Mistaken(int ProcessId) : Postmaster;

    /// <summary>Looks at a data folder.</summary>
    public static Postmaster Of(string dataFolder)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(Path.Combine(dataFolder, "postmaster.pid"));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Absent();
        }

        if (
            lines.Length == 0
            || !int.TryParse(lines[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int processId)
        )
        {
            return new Absent();
        }

        switch (StateOf(processId))
        {
            case null:
                return new Absent();
            case 'Z' or 'X' or 'x':
                return new Dying(processId);
        }

        if (!WorksOn(processId, dataFolder))
        {
            return new Mistaken(processId);
        }

        int port =
            lines.Length > 3 && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out int said)
                ? said
                : 0;
        return new Alive(processId, port, lines.Length > 4 && lines[4].Length > 0 ? lines[4] : null);
    }

    /// <summary>
    /// Puts a number that no process can have in place of a mistaken one. The file itself stays: PostgreSQL learns from it
    /// whether workers of the old server still hold its shared memory, and would not without it.
    /// </summary>
    public static void Correct(string dataFolder)
    {
        string path = Path.Combine(dataFolder, "postmaster.pid");
        string[] lines = File.ReadAllLines(path);
        lines[0] = NoProcess;
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }

    /// <summary>The state letter of a process in /proc, or null where there is no such process.</summary>
    private static char? StateOf(int processId)
    {
        try
        {
            // "123 (name, which may hold anything) S 1 ...": the state follows the last bracket.
            string stat = File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/stat");
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool WorksOn(int processId, string dataFolder)
    {
        string name = processId.ToString(CultureInfo.InvariantCulture);
        try
        {
            string[] arguments = File.ReadAllText($"/proc/{name}/cmdline").Split('\0');
            return Array.IndexOf(arguments, dataFolder) > 0 || IsWorkingIn(name, dataFolder);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsWorkingIn(string processName, string dataFolder)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{processName}/cwd", returnFinalTarget: false)?.FullName == dataFolder;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
