using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Walking.Networks;
using Npgsql;

namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>数据入库. Stores one data set in one transaction: all of it is in afterwards, or nothing has changed.</summary>
/// <remarks>
/// <para>
/// The rows the same source brought before are removed first. Rows whose community or grid is not told get it from
/// where they stand, those of earlier data sets too. Two data sets are stored one after the other, never mixed.
/// </para>
/// </remarks>
public sealed class DeliveryStore(DbContext context)
{
    private static readonly string[] Derivations = ["communities", "grids"];

    /// <summary>Puts <paramref name="delivery"/> in the place of what its source brought before.</summary>
    /// <param name="delivery">The data set.</param>
    /// <param name="actor">Who does it; kept in the change log.</param>
    /// <param name="reason">Why; kept in the change log.</param>
    /// <param name="progress">Told after every few thousand rows.</param>
    /// <param name="cancellationToken">Takes everything back.</param>
    /// <exception cref="DeliveryClashException">A code is taken by another source, or a row breaks a rule of its table.</exception>
    public async Task ReplaceAsync(
        Delivery delivery,
        string actor,
        string reason,
        IProgress<StoreProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        LedgerWrite[] writes = WritesOf(delivery);
        long total = writes.Sum(write => (long)write.Rows);
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            NpgsqlConnection connection = (NpgsqlConnection)context.Database.GetDbConnection();
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(
                connection,
                "SELECT pg_advisory_xact_lock(hashtext('neighbor delivery')), set_config('neighbor.actor', $1, true), set_config('neighbor.reason', $2, true)",
                [actor, reason],
                cancellationToken
            );

            foreach (LedgerWrite write in writes.Reverse())
            {
                progress?.Report(new StoreProgress(write.Table, 0, total));
                await ExecuteAsync(
                    connection,
                    $"DELETE FROM \"{write.Table}\" WHERE source = $1",
                    [delivery.Source],
                    cancellationToken
                );
            }

            long done = 0;
            foreach (LedgerWrite write in writes)
            {
                await WriteAsync(
                    write,
                    connection,
                    rows => progress?.Report(new StoreProgress(write.Table, done += rows, total)),
                    cancellationToken
                );
            }

            foreach (string derivation in Derivations)
            {
                progress?.Report(new StoreProgress(derivation, done, total));
                await ExecuteAsync(connection, Read(derivation), [], cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private LedgerWrite[] WritesOf(Delivery delivery) =>
        [
            Write<Area>(delivery.Areas),
            Write<Grid>(delivery.Grids),
            Write<MicroGrid>(delivery.MicroGrids),
            Write<Compound>(delivery.Compounds),
            Write<Gate>(delivery.Gates),
            Write<Building>(delivery.Buildings),
            Write<Entrance>(delivery.Entrances),
            Write<Lane>(delivery.Lanes),
            Write<SurveyedWay>(delivery.Ways),
            Write<Ground>(delivery.Grounds),
            Write<NeighborCenter>(delivery.Centers),
            Write<ServicePoint>(delivery.ServicePoints),
            Write<Responder>(delivery.Responders),
            Write<Duty>(delivery.Duties),
        ];

    private LedgerWrite Write<T>(IReadOnlyList<T> rows)
        where T : class
    {
        TableCopy<T> copy = new(context.Model);
        return new LedgerWrite(
            copy.Table,
            rows.Count,
            (connection, written, cancellationToken) => copy.WriteAsync(connection, rows, written, cancellationToken)
        );
    }

    private static async Task WriteAsync(
        LedgerWrite write,
        NpgsqlConnection connection,
        Action<int> written,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await write.Copy(connection, written, cancellationToken);
        }
        catch (PostgresException refusal) when (refusal.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new DeliveryClashException(write.Table, refusal.Detail ?? refusal.MessageText, refusal);
        }
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        string[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using NpgsqlCommand command = new(sql, connection) { CommandTimeout = 0 };
        foreach (string parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Read(string derivation)
    {
        Assembly assembly = typeof(DeliveryStore).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(
            $"Neighbor.Gis.Postgis.Deliveries.Sql.{derivation}.sql"
        )!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private sealed record LedgerWrite(
        string Table,
        int Rows,
        Func<NpgsqlConnection, Action<int>, CancellationToken, Task> Copy
    );
}
