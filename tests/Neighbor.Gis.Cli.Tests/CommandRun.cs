using Neighbor.Gis.Testing.Databases;

namespace Neighbor.Gis.Cli.Tests;

/// <summary>One run of the program inside the test: what it wrote and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command without any database.</summary>
    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(null, arguments);

    /// <summary>Runs a command on a database, as the variable names it.</summary>
    public static Task<CommandRun> OfAsync(TestDatabase? database, params string[] arguments) =>
        OfAsync(database, new StringWriter(), arguments, CancellationToken.None);

    /// <summary>Runs a command that is cancelled on the way.</summary>
    public static Task<CommandRun> OfAsync(
        TestDatabase? database,
        CancellingWriter cancelling,
        params string[] arguments
    ) => OfAsync(database, cancelling, arguments, cancelling.Cancelled);

    private static async Task<CommandRun> OfAsync(
        TestDatabase? database,
        StringWriter error,
        string[] arguments,
        CancellationToken cancellation
    )
    {
        // Where no database is given, a place that does not exist is named: no test may start the machine's own.
        Dictionary<string, string> variables = new()
        {
            ["ConnectionStrings__Gis"] = database?.ConnectionString ?? "Host=/nowhere/at/all;Database=x",
            ["USER"] = "tester",
        };
        StringWriter output = new();
        Surroundings surroundings = new(output, error, IsTerminal: false, variables.GetValueOrDefault);
        int exitCode = await NeighborProgram.RunAsync(arguments, surroundings, cancellation);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
