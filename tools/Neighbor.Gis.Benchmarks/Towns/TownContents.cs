using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Benchmarks.Towns;

/// <summary>What stands in a town and who asks in it; the same for the same town.</summary>
/// <remarks>
/// <para>Responders, facilities and the ends of matrices stand on nodes of the survey, so that every peer can know their exact
/// place; buildings stand beside the streets and are snapped as in production.</para>
/// <para>Source: 8 skills held by 15 in 100 each, 70 in 100 available – one in ten passes; the figures of the measurements this
/// project compares itself with.</para>
/// </remarks>
internal sealed class TownContents
{
    public const int SkillCount = 8;
    private const int Seed = 7;
    private const int OriginCount = 2_000;
    private const int MatrixSize = 500;
    private const int ConnectedTries = 100;
    private const double SkillShare = 0.15;
    private const double AvailableShare = 0.7;
    private const double SetBackMetres = 14;

    private readonly MeasuredTown _town;
    private readonly int[] _nodes;

    public TownContents(MeasuredTown town, TownSize size)
    {
        _town = town;
        Size = size;
        _nodes = LargestPart(town.Streets);
        _nodes = [.. _nodes.Where(node => town.Places.PlaceOf(node) is not null)];
        Random random = new(Seed);
        Origins = MakeOrigins(random);
        ResponderNodes = RandomNodes(random, size.Responders);
        Skills = [.. ResponderNodes.Select(_ => MakeSkills(random))];
        IsAvailable = [.. ResponderNodes.Select(_ => random.NextDouble() < AvailableShare)];
        MatrixFrom = RandomNodes(random, MatrixSize);
        MatrixTo = RandomNodes(random, MatrixSize);
        (BuildingSites, Buildings) = MakeSites(random, size.Buildings);
        PlacedBuildings = new PlacedPoints(town.Network, Buildings);
        Nearest = new NearestSource[Buildings.Length];
        Responders = Placed(ResponderNodes);
    }

    public TownSize Size { get; }

    /// <summary>Places in the middle of links, to walk from.</summary>
    public SnapPoint[] Origins { get; }

    public int[] ResponderNodes { get; }

    /// <summary>The skills of each responder, a bit for each.</summary>
    public int[] Skills { get; }

    public bool[] IsAvailable { get; }

    public PlacedPoints Responders { get; }

    public int[] MatrixFrom { get; }

    public int[] MatrixTo { get; }

    public BuildingSite[] BuildingSites { get; }

    /// <summary>Where each building meets the network.</summary>
    public Snapping.Snapped[] Buildings { get; }

    /// <summary>The same, by the links they are on.</summary>
    public PlacedPoints PlacedBuildings { get; }

    /// <summary>Room for the nearest source of each building.</summary>
    public NearestSource[] Nearest { get; }

    /// <summary>So many facilities, by node of the survey.</summary>
    public int[] FacilityNodes(int count) => RandomNodes(new Random(Seed + count), count);

    /// <summary>Nodes of the survey as points to search for.</summary>
    public PlacedPoints Placed(int[] nodes) =>
        new(_town.Network, Array.ConvertAll(nodes, node => (Snapping)new Snapping.Snapped(PlaceOf(node), null)));

    public SnapPoint PlaceOf(int node) => _town.Places.PlaceOf(node)!.Value;

    /// <summary>Whether a responder holds a skill and is available.</summary>
    public bool Passes(int responder, int skill) => IsAvailable[responder] && (Skills[responder] & (1 << skill)) != 0;

    /// <summary>A position anywhere in the town.</summary>
    public Position AnyPosition(Random random)
    {
        Spatial.Indexes.Box bounds = _town.Network.Bounds;
        return new Position(
            bounds.MinX + (random.NextDouble() * (bounds.MaxX - bounds.MinX)),
            bounds.MinY + (random.NextDouble() * (bounds.MaxY - bounds.MinY))
        );
    }

    private SnapPoint[] MakeOrigins(Random random)
    {
        HashSet<int> part = [.. _nodes];
        SnapPoint[] origins = new SnapPoint[OriginCount];
        IReadOnlyList<LinkId> links = _town.Places.Links;
        for (int i = 0; i < origins.Length; i++)
        {
            for (int tries = 0; tries < ConnectedTries; tries++)
            {
                LinkId link = links[random.Next(links.Count)];
                int offsetMm = _town.Network.LengthMm(link) / 2;
                Position position = _town.Network.PositionAt(link, offsetMm);
                origins[i] = new SnapPoint(link, offsetMm, 0, position, _town.Network.ZoneOf(link));
                if (part.Contains(_town.Places.Around(origins[i]).Before))
                {
                    break;
                }
            }
        }

        return origins;
    }

    private int[] RandomNodes(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _nodes[random.Next(_nodes.Length)])];

    private static int MakeSkills(Random random)
    {
        int skills = 0;
        for (int skill = 0; skill < SkillCount; skill++)
        {
            skills |= random.NextDouble() < SkillShare ? 1 << skill : 0;
        }

        return skills;
    }

    /// <summary>Sites beside any segment; where one meets the network at a link the peers cannot follow, another is taken.</summary>
    private (BuildingSite[] Sites, Snapping.Snapped[] Snaps) MakeSites(Random random, int count)
    {
        RawStreets streets = _town.Streets;
        List<BuildingSite> sites = new(count);
        List<Snapping.Snapped> snaps = new(count);
        while (sites.Count < count)
        {
            (int from, int to, _) = streets.Segments[random.Next(streets.Segments.Length)];
            BuildingSite site = BuildingSite.Beside(
                streets.Positions[from],
                streets.Positions[to],
                random,
                random.Next(2) == 0 ? SetBackMetres : -SetBackMetres
            );
            if (
                _town.Snapper.Snap(site.Middle) is Snapping.Snapped snapped
                && snapped.ToArray().All(place => _town.Places.Has(place))
            )
            {
                sites.Add(site);
                snaps.Add(snapped);
            }
        }

        return ([.. sites], [.. snaps]);
    }

    private static int[] LargestPart(RawStreets streets)
    {
        int[] part = new int[streets.NodeCount];
        List<List<int>> parts = [];
        for (int node = 0; node < part.Length; node++)
        {
            if (part[node] != 0)
            {
                continue;
            }

            List<int> members = [node];
            parts.Add(members);
            part[node] = parts.Count;
            for (int i = 0; i < members.Count; i++)
            {
                for (int arc = streets.FirstArc[members[i]]; arc < streets.FirstArc[members[i] + 1]; arc++)
                {
                    if (part[streets.Heads[arc]] == 0)
                    {
                        part[streets.Heads[arc]] = parts.Count;
                        members.Add(streets.Heads[arc]);
                    }
                }
            }
        }

        return [.. parts.MaxBy(static members => members.Count)!];
    }
}
