using System.Diagnostics;
using System.Globalization;
using Neighbor.Gis.Postgis.Cluster;
using Npgsql;
using Xunit;

namespace Neighbor.Gis.Postgis.Tests.Cluster;

public sealed class ClusterSpecs : IDisposable
{
    private readonly PrivateClusterOptions _options = new()
    {
        Home = Path.Combine(Path.GetTempPath(), "neighbor-spec-" + Guid.NewGuid().ToString("n")[..12]),
    };

    public void Dispose()
    {
        if (Directory.Exists(_options.Home))
        {
            Directory.Delete(_options.Home, recursive: true);
        }
    }

    private string DataFolder => Path.Combine(_options.Home, "data");

    [Fact]
    public async Task A_new_cluster_listens_on_its_socket_only_and_keeps_what_is_committed()
    {
        await using (PrivateCluster cluster = await StartAsync())
        {
            Assert.False(cluster.IsJoined);
            Assert.Equal("", await AskAsync(cluster, "show listen_addresses"));
            Assert.Equal("on", await AskAsync(cluster, "show fsync"));
            Assert.Equal("on", await AskAsync(cluster, "show synchronous_commit"));
            Assert.Equal("on", await AskAsync(cluster, "show data_checksums"));
            Assert.Equal("UTF8", await AskAsync(cluster, "show server_encoding"));
            Assert.Equal("C.UTF-8", await AskAsync(cluster, "show lc_collate"));
            await RunAsync(cluster, "create table kept (x int); insert into kept values (1)");
        }

        Assert.IsType<Postmaster.Absent>(Postmaster.Of(DataFolder));
        await using PrivateCluster again = await StartAsync();
        Assert.Equal("1", await AskAsync(again, "select count(*)::text from kept"));
    }

    [Fact]
    public async Task The_second_user_joins_and_the_last_one_to_leave_stops_it()
    {
        PrivateCluster first = await StartAsync();
        PrivateCluster second = await StartAsync();

        Assert.True(second.IsJoined);
        await first.DisposeAsync();
        Assert.Equal("1", await AskAsync(second, "select '1'"));
        await second.DisposeAsync();
        Assert.IsType<Postmaster.Absent>(Postmaster.Of(DataFolder));
    }

    [Fact]
    public async Task Many_who_come_at_once_share_one_server()
    {
        PrivateCluster[] users = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StartAsync()));

        Assert.Single(users, user => !user.IsJoined);
        await Task.WhenAll(users.Select(user => user.DisposeAsync().AsTask()));
        Assert.IsType<Postmaster.Absent>(Postmaster.Of(DataFolder));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_and_has_every_committed_row()
    {
        await using PrivateCluster cluster = await StartAsync();
        await RunAsync(cluster, "create table kept (x int); insert into kept select generate_series(1, 1000)");
        Kill(AliveProcess());

        // At once: the process number may not be free yet, and the shared memory may still be in use.
        await using PrivateCluster again = await StartAsync();

        Assert.False(again.IsJoined);
        Assert.Equal("1000", await AskAsync(again, "select count(*)::text from kept"));
    }

    [Fact]
    public async Task A_left_over_pid_file_of_a_process_that_is_gone_is_no_obstacle()
    {
        await (await StartAsync()).DisposeAsync();
        WritePidFile("4194303");

        await using PrivateCluster cluster = await StartAsync();

        Assert.False(cluster.IsJoined);
    }

    [Fact]
    public async Task A_left_over_pid_file_whose_number_another_program_has_now_is_no_obstacle()
    {
        await (await StartAsync()).DisposeAsync();
        WritePidFile(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

        await using PrivateCluster cluster = await StartAsync();

        Assert.False(cluster.IsJoined);
    }

    [Fact]
    public async Task An_interrupted_initdb_is_cleared_away()
    {
        string unfinished = DataFolder + ".unfinished";
        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "PG_VERSION"), "15");

        await using PrivateCluster cluster = await StartAsync();

        Assert.False(Directory.Exists(unfinished));
        Assert.Equal("1", await AskAsync(cluster, "select '1'"));
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_as_it_is()
    {
        Directory.CreateDirectory(DataFolder);
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "thesis.txt"), "years of work");

        ClusterException refused = await Assert.ThrowsAsync<ClusterException>(StartAsync);

        Assert.Contains("neither empty nor a PostgreSQL data folder", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(DataFolder, "thesis.txt")));
    }

    [Fact]
    public async Task A_failed_start_shows_the_end_of_the_log()
    {
        await (await StartAsync()).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(DataFolder, "postgresql.conf"), "shared_bufers = 1\n");

        ClusterException failed = await Assert.ThrowsAsync<ClusterException>(StartAsync);

        Assert.Contains("shared_bufers", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_folder_that_is_too_long_is_refused_with_both_numbers()
    {
        string deep = "/tmp/" + new string('d', 100);

        ClusterException refused = await Assert.ThrowsAsync<ClusterException>(() =>
            PrivateCluster.StartAsync(_options with { SocketFolder = deep })
        );

        Assert.Contains("119 bytes; at most 107", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_too_deep_for_a_socket_gets_a_short_one_elsewhere()
    {
        string deep = Path.Combine(_options.Home, new string('d', 100));

        await using PrivateCluster cluster = await PrivateCluster.StartAsync(_options with { Home = deep });

        Assert.StartsWith("/tmp/neighbor-socket-", cluster.SocketFolder, StringComparison.Ordinal);
        Assert.Equal("1", await AskAsync(cluster, "select '1'"));
        Directory.Delete(cluster.SocketFolder, recursive: true);
    }

    [Fact]
    public async Task A_throw_away_cluster_is_gone_when_its_last_user_leaves()
    {
        PrivateCluster cluster = await PrivateCluster.StartAsync(PrivateClusterOptions.ThrowAway());
        Assert.Equal("off", await AskAsync(cluster, "show fsync"));

        await cluster.DisposeAsync();

        Assert.False(Directory.Exists(cluster.Home));
    }

    [Fact]
    public async Task Leaving_twice_is_leaving_once()
    {
        PrivateCluster first = await StartAsync();
        await using PrivateCluster second = await StartAsync();
        await first.DisposeAsync();
        await first.DisposeAsync();

        Assert.Equal("1", await AskAsync(second, "select '1'"));
    }

    private static async Task RunAsync(PrivateCluster cluster, string sql) => await AskAsync(cluster, sql);

    private static async Task<string?> AskAsync(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync()) as string;
    }

    private static void Kill(int processId)
    {
        using Process process = Process.GetProcessById(processId);
        process.Kill();
    }

    private Task<PrivateCluster> StartAsync() => PrivateCluster.StartAsync(_options);

    private int AliveProcess() => Assert.IsType<Postmaster.Alive>(Postmaster.Of(DataFolder)).ProcessId;

    private void WritePidFile(string processId)
    {
        string path = Path.Combine(DataFolder, "postmaster.pid");
        File.WriteAllText(
            path,
            $"{processId}\n{DataFolder}\n1700000000\n5432\n{_options.Home}\n\n  5432001   1234567\nready   \n"
        );
    }
}
