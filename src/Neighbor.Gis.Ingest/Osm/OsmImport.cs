using System.Diagnostics;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Ledgers;
using Neighbor.Gis.Ingest.Osm.Network;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Ingest.Osm;

/// <summary>Turns an extract of OpenStreetMap into the ledgers of the neighbourhood.</summary>
/// <remarks>
/// <para>OpenStreetMap is measured on WGS 84, which is CGCS2000 within centimetres: positions are taken as they are.</para>
/// <para>What comes out depends on the objects in the file, not on their order or on how the file is packed.</para>
/// <para>Cost: about 16 bytes a node and 12 a reference while it runs, beside the texts of the tags.</para>
/// </remarks>
public static class OsmImport
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">An .osm.pbf or .osm file, plain or packed with gzip or bzip2; the name does not matter.</param>
    /// <param name="options">How it is to be taken.</param>
    /// <param name="progress">Told now and then how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OsmFileException">The file is not one of the formats, is cut off or damaged.</exception>
    public static (Delivery Delivery, ImportSummary Summary) Read(
        string path,
        OsmOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        using FileStream stream = File.OpenRead(path);
        return Read(stream, Path.GetFileName(path), options, progress, cancellation);
    }

    /// <summary>Reads a stream from where it stands; it need not be one that can be searched.</summary>
    /// <param name="stream">What the file holds.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="options">How it is to be taken.</param>
    /// <param name="progress">Told now and then how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OsmFileException">The file is not one of the formats, is cut off or damaged.</exception>
    public static (Delivery Delivery, ImportSummary Summary) Read(
        Stream stream,
        string name,
        OsmOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        long? total = stream.CanSeek ? stream.Length : null;
        var clock = Stopwatch.StartNew();
        var times = new List<StageTime>();
        void Done(ImportStage stage)
        {
            times.Add(new StageTime(stage, clock.Elapsed));
            clock.Restart();
            cancellation.ThrowIfCancellationRequested();
        }

        (OsmObjects objects, OsmFormat format, long bytes, long unplaced) = OsmFile.Read(
            stream,
            name,
            read => progress?.Report(new ImportProgress(ImportStage.Reading, read, total)),
            cancellation
        );
        Done(ImportStage.Reading);

        progress?.Report(new ImportProgress(ImportStage.Drawing, bytes, total));
        var scope = new ImportScope(objects, (options ?? new OsmOptions()).Source);
        scope.Tally.Add(Ledger.Nodes, Findings.NotPlaced, name, (int)unplaced);
        (List<Building> buildings, List<Entrance> entrances) = BuildingRows.Read(scope);
        List<Compound> compounds = CompoundRows.Read(scope);
        List<Ground> grounds = GroundRows.Read(scope);
        List<Obstacle> obstacles = ObstacleRows.Read(scope);
        List<ServicePoint> services = ServicePointRows.Read(scope);
        Done(ImportStage.Drawing);

        progress?.Report(new ImportProgress(ImportStage.Networking, bytes, total));
        WalkedWays walked = WayRows.Read(scope);
        List<Gate> gates = GateRows.Read(scope, compounds, walked.Pieces);
        List<Lane> lanes = LaneRows.Read(scope, walked.Streets);
        var delivery = new Delivery
        {
            Source = scope.Source,
            Compounds = compounds,
            Gates = gates,
            Buildings = buildings,
            Entrances = entrances,
            Lanes = lanes,
            Ways = walked.Ways,
            Grounds = grounds,
            Obstacles = obstacles,
            ServicePoints = services,
        };
        (BuildReport build, SnapFigures snaps) = TryOut(delivery, scope);
        Done(ImportStage.Networking);

        var summary = new ImportSummary
        {
            File = name,
            Format = format,
            Bytes = bytes,
            Read = objects.Read,
            MissingNodeRefs = objects.MissingRefs,
            Kept = Kept(delivery),
            Findings = scope.Tally.ToList(),
            Network = walked.Figures,
            Build = build,
            Snaps = snaps,
            Places = Places(scope),
            Times = times,
        };
        return (delivery, summary);
    }

    /// <summary>Builds the network that will be walked on, and places every building on it.</summary>
    private static (BuildReport Build, SnapFigures Snaps) TryOut(Delivery delivery, ImportScope scope)
    {
        WalkingNetworkBuilder builder = NetworkSurvey.Collect(
            delivery.Ways,
            delivery.Compounds,
            delivery.Gates,
            delivery.Obstacles,
            delivery.Grounds
        );
        var snapper = new Snapper(builder.Build());
        foreach (WallCrossing crossing in builder.Report.WallCrossings)
        {
            scope.Tally.Add(Ledger.Ways, Findings.Crosses(crossing.Kind), OsmCodes.Way(crossing.WayId));
        }

        return (builder.Report, SnapFigures.Of(delivery.Buildings, delivery.Entrances, snapper));
    }

    private static LedgerCount[] Kept(Delivery delivery) =>
        [
            new(Ledger.Ways, delivery.Ways.Count),
            new(Ledger.Gates, delivery.Gates.Count),
            new(Ledger.Buildings, delivery.Buildings.Count),
            new(Ledger.Entrances, delivery.Entrances.Count),
            new(Ledger.Compounds, delivery.Compounds.Count),
            new(Ledger.Lanes, delivery.Lanes.Count),
            new(Ledger.Grounds, delivery.Grounds.Count),
            new(Ledger.Obstacles, delivery.Obstacles.Count),
            new(Ledger.ServicePoints, delivery.ServicePoints.Count),
        ];

    private static List<PlaceName> Places(ImportScope scope)
    {
        var places = new List<PlaceName>();
        foreach (int node in scope.Objects.TaggedNodes)
        {
            OsmTags tags = scope.Objects.NodeTags(node);
            if (tags["place"] is { } kind)
            {
                var position = new Position(scope.Objects.LonE7(node) / 1e7, scope.Objects.LatE7(node) / 1e7);
                places.Add(new PlaceName(OsmCodes.Node(scope.Objects.NodeId(node)), Names.Of(tags), kind, position));
            }
        }

        return places;
    }
}
