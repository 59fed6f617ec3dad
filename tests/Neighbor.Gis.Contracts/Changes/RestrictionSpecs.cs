extern alias Cli;

using System.Text.Json;
using Cli::Neighbor.Gis.Cli;
using Neighbor.Gis.Contracts.Hosting;
using Neighbor.Gis.Testing.Scenes;
using Neighbor.Gis.Walking.Networks;
using Npgsql;
using Xunit;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Contracts.Changes;

/// <summary>Gates and closures change the next answer, and leave the network as it is.</summary>
public class RestrictionSpecs
{
    private const string WestGate = SmallTown.WalledCompound + "G01";

    [Fact(Timeout = 60_000)]
    public async Task A_gate_that_closes_in_the_database_closes_in_the_next_answer_on_the_same_network()
    {
        await using ServedTown town = await ServedTown.StartAsync(SmallTown.Deliver());
        Assert.Equal(160, (await MetresInsideAsync(town, "whenever"))!.Value, 1.0);
        WalkingNetwork network = town.Map.Network;

        await ChangeAsync(
            town,
            () => ExecuteAsync(town, $"update gate set access = 'closed' where code = '{WestGate}'")
        );

        // By the north gate instead: 100 m up, 200 m along, 10 m in … or a longer way, but not the 160 m by the west gate.
        Assert.NotInRange((await MetresInsideAsync(town, "whenever"))!.Value, 0, 300);
        Assert.Same(network, town.Map.Network);

        await ChangeAsync(
            town,
            () =>
                ExecuteAsync(
                    town,
                    $"update gate set access = 'residentsOnly', hours = 'Mo-Fr 06:00-22:00', checked_on = '2026-11-25' where code = '{WestGate}'"
                )
        );
        Assert.Equal(160, (await MetresInsideAsync(town, "2026-11-25T12:00"))!.Value, 1.0);
        Assert.NotInRange((await MetresInsideAsync(town, "2026-11-25T23:00"))!.Value, 0, 300);
        Assert.Same(network, town.Map.Network);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_gate_set_from_the_command_line_counts_in_the_next_answer_on_the_same_network()
    {
        await using ServedTown town = await ServedTown.StartAsync(SmallTown.Deliver());
        Assert.Equal(160, (await MetresInsideAsync(town, "whenever"))!.Value, 1.0);
        WalkingNetwork network = town.Map.Network;
        await ChangeAsync(
            town,
            () =>
                RunAsync(
                    town,
                    "gate",
                    "set",
                    WestGate,
                    "--access",
                    "closed",
                    "--checked-on",
                    "2026-11-25",
                    "--reason",
                    "锁坏"
                )
        );
        Assert.NotInRange((await MetresInsideAsync(town, "whenever"))!.Value, 0, 300);
        await ChangeAsync(town, () => RunAsync(town, "gate", "set", WestGate, "--access", "open", "--reason", "修好"));
        Assert.Equal(160, (await MetresInsideAsync(town, "whenever"))!.Value, 1.0);
        Assert.Same(network, town.Map.Network);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_closure_begins_and_ends_in_the_next_answer_on_the_same_network()
    {
        await using ServedTown town = await ServedTown.StartAsync(SmallTown.Deliver());
        Assert.Equal(160, (await MetresInsideAsync(town, "whenever"))!.Value, 1.0);
        WalkingNetwork network = town.Map.Network;

        // The whole compound becomes a control zone: nobody crosses its outline.
        string zone = $"POLYGON ((305 205, 595 205, 595 395, 305 395, 305 205))";
        await ChangeAsync(
            town,
            () =>
                RunAsync(
                    town,
                    "closure",
                    "add",
                    "--name",
                    "锦绣花园",
                    "--datum",
                    "cgcs2000",
                    "--wkt",
                    OnGround(zone),
                    "--reason",
                    "演练"
                )
        );
        Assert.Null(await MetresInsideAsync(town, "whenever"));
        Assert.Equal(160, (await MetresInsideAsync(town, "2020-01-01T12:00"))!.Value, 1.0); // before it began

        await ChangeAsync(town, () => RunAsync(town, "closure", "end", "X000001", "--reason", "结束"));
        Assert.Equal(160, (await MetresInsideAsync(town, "whenever"))!.Value, 1.0);
        Assert.Same(network, town.Map.Network);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_one_way_gate_takes_a_new_network()
    {
        await using ServedTown town = await ServedTown.StartAsync(SmallTown.Deliver());
        WalkingNetwork network = town.Map.Network;
        await ChangeAsync(
            town,
            () => ExecuteAsync(town, $"update gate set flow = 'outOnly' where code = '{WestGate}'")
        );
        Assert.NotInRange((await MetresInsideAsync(town, "whenever"))!.Value, 0, 300);
        Assert.NotSame(network, town.Map.Network);
    }

    /// <summary>From the street outside the west gate to the point inside the compound; null where one cannot.</summary>
    private static async Task<double?> MetresInsideAsync(ServedTown town, string at)
    {
        Position from = SmallTown.At(300, 300);
        JsonElement answer = await town.GetAsync(
            FormattableString.Invariant(
                $"/api/v1/nearest/service-points?lon={from.Longitude}&lat={from.Latitude}&function=elderly&maxMinutes=60&at={at}"
            )
        );
        JsonElement results = answer.GetProperty("results");
        return results.GetArrayLength() == 0 ? null : results[0].GetProperty("walkMetres").GetDouble();
    }

    private static async Task ChangeAsync(ServedTown town, Func<Task> change)
    {
        long before = town.Map.Revision;
        await change();
        while (town.Map.Revision <= before)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task ExecuteAsync(ServedTown town, string statement)
    {
        await using NpgsqlCommand command = town.Database.Source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task RunAsync(ServedTown town, params string[] arguments)
    {
        StringWriter error = new();
        Dictionary<string, string> variables = new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Gis"] = town.Database.ConnectionString,
        };
        Surroundings surroundings = new(new StringWriter(), error, IsTerminal: false, variables.GetValueOrDefault);
        int exitCode = await NeighborProgram.RunAsync(arguments, surroundings, CancellationToken.None);
        Assert.Equal(("", ExitCode.Done), (error.ToString(), exitCode));
    }

    /// <summary>Metres of the town in a WKT text as degrees.</summary>
    private static string OnGround(string wkt)
    {
        NetTopologySuite.Geometries.Geometry geometry = new NetTopologySuite.IO.WKTReader().Read(wkt);
        foreach (NetTopologySuite.Geometries.Coordinate corner in geometry.Coordinates)
        {
            Position at = SmallTown.At(corner.X, corner.Y);
            (corner.X, corner.Y) = (at.Longitude, at.Latitude);
        }

        return geometry.AsText();
    }
}
