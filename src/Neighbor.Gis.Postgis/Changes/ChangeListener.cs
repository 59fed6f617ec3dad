using Microsoft.Extensions.Logging;
using Npgsql;

namespace Neighbor.Gis.Postgis.Changes;

/// <summary>变更监听. Tells when the neighbourhood has changed, whoever changed it; an instance that was away catches up.</summary>
/// <remarks>
/// <para>
/// Holds one connection with LISTEN. The sequence of the change log is read again after every reconnect, so a
/// notification lost in between is not a change lost. Several notifications that wait together are told as one. A change
/// counts as told once the caller has taken it in; if that fails for want of the database, it is told again.
/// </para>
/// </remarks>
public sealed class ChangeListener(NpgsqlDataSource database, ILogger<ChangeListener> log)
{
    /// <summary>The channel that every changing transaction notifies.</summary>
    public const string Channel = "neighbor_changed";

    /// <summary>How long silence is believed. A connection that died unseen, or a message that got lost, costs no more.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Calls <paramref name="changed"/> with the newest sequence whenever there is a new one, until cancelled.</summary>
    /// <param name="seen">The sequence the caller has already taken in.</param>
    /// <param name="changed">What to do; it is awaited before the next change is told.</param>
    /// <param name="cancellationToken">Ends the listening.</param>
    public async Task RunAsync(
        long seen,
        Func<long, CancellationToken, Task> changed,
        CancellationToken cancellationToken
    )
    {
        int failures = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken);
                await using (NpgsqlCommand listen = new($"LISTEN {Channel}", connection))
                {
                    await listen.ExecuteNonQueryAsync(cancellationToken);
                }

                failures = 0;
                while (true)
                {
                    long newest = await NewestAsync(connection, cancellationToken);
                    if (newest != seen)
                    {
                        // Not only greater: a database that was restored from a backup is told, too.
                        await changed(newest, cancellationToken);
                        seen = newest;
                        continue;
                    }

                    await connection.WaitAsync(LongestSilence, cancellationToken);
                }
            }
            catch (NpgsqlException fault) when (!cancellationToken.IsCancellationRequested)
            {
                failures++;
                TimeSpan pause = TimeSpan.FromMilliseconds(
                    Math.Min(100 * Math.Pow(2, failures), LongestPause.TotalMilliseconds)
                );
                log.LogWarning(fault, "Lost the connection that listens for changes; trying again in {Pause}.", pause);
                await Task.Delay(pause, cancellationToken);
            }
        }
    }

    private static async Task<long> NewestAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand newest = new("SELECT coalesce(max(seq), 0) FROM change_log", connection);
        return (long)(await newest.ExecuteScalarAsync(cancellationToken))!;
    }
}
