using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Testing;
using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Towns;

/// <summary>A town ready to be measured: as surveyed, as a network of ours, and what stands in it.</summary>
internal sealed class MeasuredTown
{
    private const string LasPalmas = "osm/las-palmas-2023/las_palmas_20230221.osm.pbf";

    private MeasuredTown(string name, SurveyedWay[] ways, TownSize size)
    {
        Name = name;
        Ways = ways;
        WalkingNetworkBuilder builder = new();
        foreach (SurveyedWay way in ways)
        {
            builder.AddWay(way);
        }

        Network = builder.Build();
        Snapper = new Snapper(Network);
        Streets = new RawStreets(ways);
        Places = new RawPlaces(Network, Streets);
        Contents = new TownContents(this, size);
    }

    /// <summary>The names a town can be asked for by.</summary>
    public static IReadOnlyList<string> Names { get; } = ["small", "300k", "3m", "las-palmas"];

    public string Name { get; }

    public SurveyedWay[] Ways { get; }

    public WalkingNetwork Network { get; }

    public Snapper Snapper { get; }

    public RawStreets Streets { get; }

    public RawPlaces Places { get; }

    public TownContents Contents { get; }

    /// <summary>Makes or reads a town; null where its file is not on this machine.</summary>
    public static MeasuredTown? Find(string name) =>
        name switch
        {
            "small" => Generated(name, BigTown.SmallMetres, new TownSize(2_000, 190)),
            "300k" => Generated(name, BigTown.TownMetres, new TownSize(60_000, 5_600)),
            "3m" => Generated(name, BigTown.ProvinceMetres, new TownSize(600_000, 56_000)),
            "las-palmas" => RepositoryFiles.FindReal(LasPalmas) is { } path ? Surveyed(name, path) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such town."),
        };

    private static MeasuredTown Generated(string name, double sideMetres, TownSize size) =>
        new(name, [.. BigTown.Make(sideMetres).Survey()], size);

    /// <summary>A real extract through the production import, then as open ground: the peers know no gates, steps or hours.</summary>
    private static MeasuredTown Surveyed(string name, string path)
    {
        SurveyedWay[] ways =
        [
            .. OsmImport
                .Read(path)
                .Delivery.Ways.Select(way => new SurveyedWay
                {
                    Id = way.Id,
                    Source = way.Source,
                    Name = way.Name,
                    Kind = WayKind.Residential,
                    NodeIds = way.NodeIds,
                    Geom = way.Geom,
                }),
        ];
        return new MeasuredTown(name, ways, new TownSize(20_000, 5_600));
    }
}
