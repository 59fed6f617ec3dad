using System.Globalization;
using Neighbor.Gis.Cli.Words;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Cli.Screens;

/// <summary>Shows what an extract of OpenStreetMap came to: rows per ledger, remarks, and how the network hangs together.</summary>
internal sealed class OsmScreen(Screen screen, Phrases phrases)
{
    private const int MostFarShown = 20;

    /// <summary>Shows it.</summary>
    public void Show(ImportSummary summary, string source)
    {
        screen.Line(
            phrases.Say(
                "osm.read",
                summary.File,
                Whole(summary.Read.Nodes),
                Whole(summary.Read.Ways),
                Whole(summary.Read.Relations),
                Whole(summary.MissingNodeRefs)
            )
        );
        screen.Table(
            phrases.Say("osm.kept", source),
            [phrases["store.ledger"], phrases["areas.count"]],
            summary.Kept.Select(kept => new object[] { Word(kept.Ledger), kept.Count })
        );
        screen.Table(
            phrases["osm.findings"],
            [phrases["store.ledger"], phrases["osm.finding"], phrases["areas.count"], phrases["osm.example"]],
            summary.Findings.Select(finding =>
                new object[]
                {
                    Word(finding.Ledger),
                    phrases.Language == Language.Chinese ? finding.Finding.Chinese : finding.Finding.English,
                    finding.Count,
                    finding.Example,
                }
            )
        );

        NetworkFigures network = summary.Network;
        screen.Line(
            phrases.Say(
                "osm.network",
                (network.LengthMetres / 1000).ToString("N1", CultureInfo.InvariantCulture),
                Whole(network.Components),
                network.LargestShare.ToString("0.0%", CultureInfo.InvariantCulture)
            )
        );
        if (network.Ways > 0 && network.LargestShare < NetworkFigures.EnoughShare)
        {
            screen.Remark(
                phrases.Say("osm.broken", NetworkFigures.EnoughShare.ToString("0%", CultureInfo.InvariantCulture))
            );
        }

        Show(summary.Build);
        if (summary.Snaps.Buildings > 0)
        {
            Show(summary.Snaps);
        }
    }

    private void Show(BuildReport build) =>
        screen.Line(
            phrases.Say(
                "osm.build",
                Whole(build.Nodes),
                Whole(build.Links),
                Whole(build.Obstacles),
                Whole(build.Components),
                Whole(build.Islands),
                Whole(build.SealedZones.Count),
                Whole(build.UnknownGates),
                Whole(build.WallCrossings.Count)
            )
        );

    private void Show(SnapFigures snaps)
    {
        screen.Line(
            phrases.Say(
                "osm.snaps",
                Whole(snaps.Buildings),
                Metres(snaps.MedianMetres),
                Metres(snaps.P95Metres),
                Metres(snaps.MaxMetres),
                Whole(snaps.BeyondGood),
                Whole(snaps.BeyondFair),
                Whole(snaps.TooFar)
            )
        );
        if (snaps.P95Metres > SnapFigures.GoodMetres)
        {
            screen.Remark(phrases.Say("osm.farDoors", Metres(SnapFigures.GoodMetres)));
        }

        if (snaps.Far.Count > 0)
        {
            screen.Table(
                phrases.Say("osm.far", Metres(SnapFigures.FairMetres)),
                [phrases["ledger.building"], phrases["osm.metres"]],
                snaps.Far.Take(MostFarShown).Select(door => new object[] { door.Code, Metres(door.Metres) })
            );
        }
    }

    private static string Metres(double metres) => metres.ToString("N0", CultureInfo.InvariantCulture);

    private static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private string Word(Ledger ledger) =>
        phrases[
            ledger switch
            {
                Ledger.Nodes => "osm.nodes",
                Ledger.Ways => "ledger.way",
                Ledger.Gates => "ledger.gate",
                Ledger.Buildings => "ledger.building",
                Ledger.Entrances => "ledger.entrance",
                Ledger.Compounds => "ledger.compound",
                Ledger.Lanes => "ledger.lane",
                Ledger.Grounds => "ledger.ground",
                Ledger.Obstacles => "ledger.obstacle",
                _ => "ledger.service_point",
            }
        ];
}
