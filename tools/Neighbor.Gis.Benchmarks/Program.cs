using System.CommandLine;
using Neighbor.Gis.Benchmarks;
using Neighbor.Gis.Benchmarks.Jobs;
using Neighbor.Gis.Benchmarks.Results;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Testing;

Option<string> town = new("--town") { Description = "The town.", DefaultValueFactory = _ => "300k" };
town.AcceptOnlyFromAmong([.. MeasuredTown.Names]);
Option<string[]> jobs = new("--jobs")
{
    Description = $"Some of {string.Join(',', BenchmarkRun.JobNames)}; without it all of them.",
    AllowMultipleArgumentsPerToken = true,
    CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(','))],
};
Option<int> rounds = new("--rounds")
{
    Description = "How many rounds quick jobs are timed.",
    DefaultValueFactory = _ => 200,
};
Option<bool> withPgRouting = new("--with-pgrouting") { Description = "Compare with pgRouting." };
Option<bool> withValhalla = new("--with-valhalla") { Description = "Compare with Valhalla; installs it if need be." };
Option<string> scratch = new("--scratch")
{
    Description = "Where Valhalla and its tiles are kept.",
    DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "neighbor-benchmarks"),
};
Option<string> output = new("--out")
{
    Description = "The file of results.",
    DefaultValueFactory = _ =>
        Path.Combine(
            RepositoryFiles.Root,
            "data",
            "benchmarks",
            $"{DateTime.Today:yyyy-MM-dd}-{Machine.FileWord}.json"
        ),
};
RootCommand root = new("Times what the product does beside those who do it too.")
{
    town,
    jobs,
    rounds,
    withPgRouting,
    withValhalla,
    scratch,
    output,
};
root.SetAction(
    async (parsed, cancellation) =>
    {
        BenchmarkOptions options = new()
        {
            Town = parsed.GetValue(town)!,
            Jobs = parsed.GetValue(jobs) is { Length: > 0 } named ? named : [.. BenchmarkRun.JobNames],
            Rounds = parsed.GetValue(rounds),
            WithPgRouting = parsed.GetValue(withPgRouting),
            WithValhalla = parsed.GetValue(withValhalla),
            Scratch = parsed.GetValue(scratch)!,
            Output = parsed.GetValue(output)!,
        };
        try
        {
            return await BenchmarkRun.RunAsync(options, cancellation) ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            Bench.Say("stopped; nothing was written");
            return 130;
        }
        catch (MismatchException mismatch)
        {
            Bench.Say($"WRONG ANSWERS, NO TIMES: {mismatch.Message}");
            return 2;
        }
    }
);

// A slow answer of a peer is waited for, and the cluster thrown away, before the program ends.
InvocationConfiguration configuration = new() { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };
return await root.Parse(args).InvokeAsync(configuration);
