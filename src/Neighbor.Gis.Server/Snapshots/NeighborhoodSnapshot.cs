using Microsoft.Extensions.ObjectPool;
using Neighbor.Gis.Coverage.Demand;
using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Locations;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Postgis.Changes;
using Neighbor.Gis.Server.Tiles;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Explanations;
using Neighbor.Gis.Walking.Isochrones;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>内存快照. One state of the neighbourhood, indexed for answering. Nothing in it changes but working memory.</summary>
/// <remarks>
/// <para>Threads: any number of readers; each question borrows a search of its own from a pool.</para>
/// </remarks>
public sealed partial class NeighborhoodSnapshot
{
    private readonly ObjectPool<NearestSearch> _nearest;
    private readonly ObjectPool<CatchmentSearch> _catchments;
    private readonly ObjectPool<IsochroneSearch> _isochrones;
    private readonly ObjectPool<ServiceAreaSearch> _serviceAreas;
    private readonly ObjectPool<WalkExplainer> _explainers;
    private readonly WalkMatrix _matrix;

    /// <summary>Puts a snapshot together from its parts.</summary>
    public NeighborhoodSnapshot(
        long revision,
        DateOnly day,
        WalkingNetwork network,
        RestrictedNetwork restrictions,
        Locator locator,
        IReadOnlyList<Area> areas,
        GroupNames groups,
        IReadOnlyList<DemandPoint> demand,
        IEnumerable<Post<ServicePoint>> servicePoints,
        IEnumerable<Post<OnCall>> responders
    )
    {
        Revision = revision;
        Day = day;
        Network = network;
        Restrictions = restrictions;
        Snapper = new Snapper(network);
        Locator = locator;
        Areas = areas;
        Groups = groups;
        Demand = demand;
        ServicePoints = new NearestPosts<ServicePoint>(network, servicePoints);
        Responders = new NearestPosts<OnCall>(network, responders);
        Bounds = BoundsOf(areas, network);
        _nearest = Pool(() => new NearestSearch(network));
        _catchments = Pool(() => new CatchmentSearch(network));
        _isochrones = Pool(() => new IsochroneSearch(network));
        _serviceAreas = Pool(() => new ServiceAreaSearch(network));
        _explainers = Pool(() => new WalkExplainer(network));
        _matrix = new WalkMatrix(network) { Cores = Environment.ProcessorCount };
    }

    private NeighborhoodSnapshot(NeighborhoodSnapshot before, long revision, RestrictedNetwork restrictions)
    {
        Revision = revision;
        Day = before.Day;
        Network = before.Network;
        Restrictions = restrictions;
        Snapper = before.Snapper;
        Locator = before.Locator;
        Areas = before.Areas;
        Groups = before.Groups;
        Demand = before.Demand;
        ServicePoints = before.ServicePoints;
        Responders = before.Responders;
        Bounds = before.Bounds;
        _nearest = before._nearest;
        _catchments = before._catchments;
        _isochrones = before._isochrones;
        _serviceAreas = before._serviceAreas;
        _explainers = before._explainers;
        _matrix = before._matrix;
    }

    /// <summary>The number of the last change this snapshot knows.</summary>
    public long Revision { get; }

    /// <summary>The day whose rows it holds.</summary>
    public DateOnly Day { get; }

    /// <summary>Where people walk.</summary>
    public WalkingNetwork Network { get; }

    /// <summary>What holds walkers back there, at any moment.</summary>
    public RestrictedNetwork Restrictions { get; }

    /// <summary>Places positions on the network.</summary>
    public Snapper Snapper { get; }

    /// <summary>Says what a point belongs to.</summary>
    public Locator Locator { get; }

    /// <summary>The areas, higher levels first.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>What reports can have rows for.</summary>
    public GroupNames Groups { get; }

    /// <summary>The buildings people live in.</summary>
    public IReadOnlyList<DemandPoint> Demand { get; }

    /// <summary>The service points, whatever their status.</summary>
    public NearestPosts<ServicePoint> ServicePoints { get; }

    /// <summary>The responders.</summary>
    public NearestPosts<OnCall> Responders { get; }

    /// <summary>The ground of the map in degrees, or null where there is nothing on it.</summary>
    public Box? Bounds { get; }

    /// <summary>The tiles already made of this state.</summary>
    public TileShelf Tiles { get; } = new();

    /// <summary>The same map with gates that stand otherwise and other closures: all else, the network first, is shared.</summary>
    /// <returns>Null where that takes a new network.</returns>
    public NeighborhoodSnapshot? With(Restrictions restrictions) =>
        Restrictions.Renewed(restrictions.Gates, restrictions.Closures) is { } renewed
            ? new NeighborhoodSnapshot(this, restrictions.ChangeSeq, renewed)
            : null;

    /// <summary>Whether a position lies outside the map and would lie inside with its two numbers swapped.</summary>
    public bool LooksSwapped(Position position) =>
        Bounds is { } bounds
        && !bounds.Meets(Box.At(position))
        && bounds.Meets(Box.At(new Position(position.Latitude, position.Longitude)));

    private static TAnswer Borrow<TSearch, TAnswer>(ObjectPool<TSearch> pool, Func<TSearch, TAnswer> ask)
        where TSearch : class
    {
        TSearch search = pool.Get();
        try
        {
            return ask(search);
        }
        finally
        {
            pool.Return(search);
        }
    }

    private static DefaultObjectPool<T> Pool<T>(Func<T> make)
        where T : class => new(new PoolPolicy<T>(make));

    private static Box? BoundsOf(IEnumerable<Area> areas, WalkingNetwork network)
    {
        Box bounds = areas.Aggregate(Box.Nothing, (box, area) => box.With(Box.Of(area.Geom)));
        bounds = bounds.IsEmpty ? network.Bounds : bounds;
        return bounds.IsEmpty ? null : bounds;
    }
}
