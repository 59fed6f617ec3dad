using Neighbor.Gis.Ingest.Osm.Network;
using Neighbor.Gis.Ingest.Osm.Rules;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Linemerge;

namespace Neighbor.Gis.Ingest.Osm.Ledgers;

/// <summary>Named streets: ways of one name that hang together are one lane, known by the smallest id among them.</summary>
/// <remarks>
/// <para>The two carriageways of a divided street seldom share a node; parts of one name within some 60 m of each other are
/// one lane.</para>
/// </remarks>
internal static class LaneRows
{
    private const double JoinDegrees = 0.0005;

    /// <summary>Reads the ledger.</summary>
    public static List<Lane> Read(ImportScope scope, IEnumerable<WayPiece> pieces)
    {
        var lanes = new List<Lane>();
        foreach (IGrouping<string, WayPiece> street in pieces.Where(IsStreet).GroupBy(p => Names.Of(p.Of.Tags)))
        {
            WayPiece[] parts = [.. street];
            foreach (IGrouping<int, WayPiece> lane in parts.GroupBy(Together(scope, parts)))
            {
                lanes.Add(Merge(scope, street.Key, [.. lane]));
            }
        }

        return lanes;
    }

    private static bool IsStreet(WayPiece piece) =>
        Names.Of(piece.Of.Tags).Length > 0
        && WayTraits.Kind(piece.Of.Tags) is not (WayKind.Crossing or WayKind.Indoor or WayKind.Elevator);

    private static Func<WayPiece, int> Together(ImportScope scope, WayPiece[] parts)
    {
        var union = new NodeUnion(parts.Length);
        var partIn = new Dictionary<(int, int), int>();
        var partOf = new Dictionary<int, int>();
        for (int i = 0; i < parts.Length; i++)
        {
            if (!partOf.TryAdd(parts[i].Of.Way, i))
            {
                union.Join(i, partOf[parts[i].Of.Way]); // one way stays one lane, whatever is missing of it
            }

            foreach (int node in parts[i].Nodes)
            {
                (int column, int row) = Cell(scope, node);
                for (int dx = -1; dx <= 1; dx++)
                {
                    for (int dy = -1; dy <= 1; dy++)
                    {
                        if (partIn.TryGetValue((column + dx, row + dy), out int other))
                        {
                            union.Join(i, other);
                        }
                    }
                }

                partIn.TryAdd((column, row), i);
            }
        }

        Dictionary<WayPiece, int> placeOf = parts.Select((part, i) => (part, i)).ToDictionary(p => p.part, p => p.i);
        return part => union.Find(placeOf[part]);
    }

    private static (int Column, int Row) Cell(ImportScope scope, int node)
    {
        Coordinate place = scope.Place(node);
        return ((int)Math.Floor(place.X / JoinDegrees), (int)Math.Floor(place.Y / JoinDegrees));
    }

    private static Lane Merge(ImportScope scope, string name, WayPiece[] parts)
    {
        var merger = new LineMerger();
        foreach (WayPiece part in parts)
        {
            merger.Add(ImportScope.Geometry.CreateLineString(Array.ConvertAll(part.Nodes, scope.Place)));
        }

        LineString[] lines = [.. merger.GetMergedLineStrings().Cast<LineString>().Order()];
        return new Lane
        {
            Code = OsmCodes.Way(parts.Min(part => scope.Objects.WayId(part.Of.Way))),
            Name = name,
            Geom = ImportScope.Geometry.CreateMultiLineString(lines),
            Source = scope.Source,
        };
    }
}
