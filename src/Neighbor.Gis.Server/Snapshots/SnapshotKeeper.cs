using System.Diagnostics;
using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>Reads the first snapshot before the service listens, and what is new after each change of the database.</summary>
/// <remarks>
/// <para>A database that is away when the service starts is waited for; until then every question is answered that it is
/// away. Changes that come while a snapshot is being built are taken together into the next one. Each night a new snapshot
/// is built too, because rows come into force by the day.</para>
/// <para>Where only gates and closures have changed, the network stays and gets new overlays; anything else makes a new map.</para>
/// </remarks>
public sealed class SnapshotKeeper(
    SnapshotSource source,
    CurrentSnapshot current,
    ChangeListener changes,
    CountyCalendar calendar,
    TimeProvider time,
    ILogger<SnapshotKeeper> logger
) : BackgroundService
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (FailureAnswers.IsDatabaseAway(exception))
        {
            logger.LogWarning(exception, "The database is not there yet; the service waits for it.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The map could not be built; the service waits for the next change.");
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (current.Find() is null)
            {
                await ReadUntilDoneAsync(stoppingToken);
            }

            await Task.WhenAll(
                changes.RunAsync(
                    current.Find()?.Revision ?? 0,
                    (_, cancellationToken) => ReadUntilDoneAsync(cancellationToken),
                    stoppingToken
                ),
                ReadEachNightAsync(stoppingToken)
            );
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping.
        }
    }

    private async Task ReadEachNightAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(calendar.UntilMidnight, time, cancellationToken);
            await ReadUntilDoneAsync(cancellationToken);
        }
    }

    private async Task ReadUntilDoneAsync(CancellationToken cancellationToken)
    {
        bool isTold = false;
        while (true)
        {
            try
            {
                await ReadAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (FailureAnswers.IsDatabaseAway(exception))
            {
                if (!isTold)
                {
                    logger.LogWarning(exception, "The database is away; the last snapshot stays in use.");
                    isTold = true;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What cannot be built today is a fault of ours or of the rows; questions go on with what there is.
                logger.LogError(exception, "The snapshot could not be built; the last one stays in use.");
                return;
            }

            await Task.Delay(RetryPause, time, cancellationToken);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            long started = Stopwatch.GetTimestamp();
            if (current.Find() is { } known && await source.RenewAsync(known, cancellationToken) is { } renewed)
            {
                current.Replace(renewed);
                logger.LogInformation(
                    "Gates and closures of change {Revision} on the same network, in {Milliseconds:0} ms.",
                    renewed.Revision,
                    Stopwatch.GetElapsedTime(started).TotalMilliseconds
                );
                return;
            }

            NeighborhoodSnapshot snapshot = await source.ReadAsync(cancellationToken);
            current.Replace(snapshot);
            logger.LogInformation(
                "Map of change {Revision}: {Buildings} buildings, {Points} service points, {Links} links, in {Milliseconds:0} ms.",
                snapshot.Revision,
                snapshot.Demand.Count,
                snapshot.ServicePoints.Posts.Count,
                snapshot.Network.LinkCount,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds
            );
        }
        finally
        {
            _turn.Release();
        }
    }
}
