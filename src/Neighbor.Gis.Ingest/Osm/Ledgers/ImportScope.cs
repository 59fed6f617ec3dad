using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Reports;
using Neighbor.Gis.Ingest.Osm.Shapes;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Ingest.Osm.Ledgers;

/// <summary>What every ledger of one import is drawn from.</summary>
internal sealed class ImportScope(OsmObjects objects, string source)
{
    /// <summary>Makes geometries in CGCS2000.</summary>
    public static GeometryFactory Geometry { get; } = new(new PrecisionModel(), Spatial.Position.Srid);

    /// <summary>What was read.</summary>
    public OsmObjects Objects { get; } = objects;

    /// <summary>The data set's name.</summary>
    public string Source { get; } = source;

    /// <summary>What was found on the way.</summary>
    public FindingTally Tally { get; } = new();

    /// <summary>The pieces of ground; made on first use.</summary>
    public MappedAreas Areas => _areas ??= new MappedAreas(Objects, Geometry, Tally);

    private MappedAreas? _areas;

    /// <summary>Where a node is.</summary>
    public Coordinate Place(int node) => new(Objects.LonE7(node) / 1e7, Objects.LatE7(node) / 1e7);

    /// <summary>Where a node is, as a point.</summary>
    public Point Point(int node) => Geometry.CreatePoint(Place(node));
}
