using System.CommandLine;
using System.Globalization;
using Neighbor.Gis.Cli.Commands;
using Neighbor.Gis.Cli.Screens;
using Neighbor.Gis.Cli.Words;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Postgis.Deliveries;

namespace Neighbor.Gis.Cli.Databases;

/// <summary>Stores a data set and shows what changed.</summary>
internal static class Storing
{
    /// <summary>Opens the database, stores the data set in one transaction and shows what it changed.</summary>
    public static async Task StoreAsync(
        CommandSetting setting,
        ParseResult parsed,
        Delivery delivery,
        string reason,
        CancellationToken cancellation
    )
    {
        await using CommandDatabase database = await CommandDatabase.OpenReadyAsync(setting, parsed, cancellation);
        await StoreAsync(setting, database, delivery, reason, cancellation);
    }

    /// <summary>Stores the data set in a database that is open.</summary>
    public static async Task StoreAsync(
        CommandSetting setting,
        CommandDatabase database,
        Delivery delivery,
        string reason,
        CancellationToken cancellation
    )
    {
        Phrases phrases = setting.Phrases;
        string title = phrases["progress.storing"];
        DeliveryReceipt receipt;
        try
        {
            receipt = await setting.Screen.ShowAsync(
                title,
                progress =>
                    new DeliveryStore(database.Source).ReplaceAsync(
                        delivery,
                        reason,
                        setting.Actor,
                        new StoringProgress(progress, title),
                        cancellation
                    )
            );
        }
        catch (CodeClashException clash)
        {
            throw new RefusedException(
                clash.DeliveredSource == clash.OtherSource
                    ? phrases.Say("error.codeTwice", phrases[$"ledger.{clash.TableName}"], clash.Code)
                    : phrases.Say(
                        "error.codeTaken",
                        phrases[$"ledger.{clash.TableName}"],
                        clash.Code,
                        clash.OtherSource
                    )
            );
        }

        setting.Screen.Table(
            phrases.Say("store.title", receipt.Source),
            [
                phrases["store.ledger"],
                phrases["store.delivered"],
                phrases["store.inserted"],
                phrases["store.updated"],
                phrases["store.deleted"],
            ],
            RowCounts
                .Ledgers.Where(receipt.Tables.ContainsKey)
                .Select(ledger =>
                {
                    LedgerCounts counts = receipt.Tables[ledger];
                    return new object[]
                    {
                        phrases[$"ledger.{ledger}"],
                        counts.Delivered,
                        counts.Inserted,
                        counts.Updated,
                        counts.Deleted,
                    };
                })
        );
        setting.Screen.Line(
            phrases.Say("store.seconds", receipt.Took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture))
        );
    }
}
