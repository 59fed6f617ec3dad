using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neighbor.Gis.Benchmarks.Results;

/// <summary>Writes a run as a file that can be kept and compared.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes it; a run of another town on the same day goes beside, one of the same town instead.</summary>
    public static void Write(string path, RunResult run)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        List<RunResult> runs = File.Exists(path)
            ? JsonSerializer.Deserialize<List<RunResult>>(File.ReadAllText(path), Form) ?? []
            : [];
        runs.RemoveAll(one => one.Town == run.Town && one.Commit == run.Commit);
        runs.Add(run);
        File.WriteAllText(path, JsonSerializer.Serialize(runs, Form) + "\n");
    }
}
