using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Google.Protobuf;
using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Ingest.Osm.Files.Wire;
using Neighbor.Gis.Ingest.Osm.Reports;

namespace Neighbor.Gis.Ingest.Tests.Osm;

/// <summary>A small file of OpenStreetMap drawn in metres east and north of 118.5° E 25.0° N, written as XML or PBF.</summary>
internal sealed class DrawnFile
{
    public const double East = 118.5;
    public const double North = 25.0;
    public const double MetresPerLongitude = 100_900;
    public const double MetresPerLatitude = 110_770;

    private readonly List<(long Id, double Lon, double Lat, string[] Tags)> _nodes = [];
    private readonly List<(long Id, long[] Refs, string[] Tags)> _ways = [];
    private readonly List<(long Id, (char Kind, long Id, string Role)[] Members, string[] Tags)> _relations = [];

    public enum Packing
    {
        Raw,
        Zlib,
        Lz4Literals,
        Lz4Matches,
    }

    /// <summary>Tags are written "key=value|key=value".</summary>
    public DrawnFile Node(long id, double eastMetres, double northMetres, string tags = "")
    {
        _nodes.Add(
            (
                id,
                Math.Round(East + (eastMetres / MetresPerLongitude), 7),
                Math.Round(North + (northMetres / MetresPerLatitude), 7),
                Tags(tags)
            )
        );
        return this;
    }

    public DrawnFile Way(long id, string tags, params long[] refs)
    {
        _ways.Add((id, refs, Tags(tags)));
        return this;
    }

    /// <summary>Members are written "w12", "w12:inner", "n5:label".</summary>
    public DrawnFile Relation(long id, string tags, params string[] members)
    {
        _relations.Add((id, Array.ConvertAll(members, Member), Tags(tags)));
        return this;
    }

    /// <summary>A closed square of nodes first .. first+3 and the way that goes round it.</summary>
    public DrawnFile Square(long way, long first, double east, double north, double metres, string tags)
    {
        Node(first, east, north).Node(first + 1, east + metres, north);
        Node(first + 2, east + metres, north + metres).Node(first + 3, east, north + metres);
        return Way(way, tags, first, first + 1, first + 2, first + 3, first);
    }

    public DrawnFile Shuffled(int seed)
    {
        var random = new Random(seed);
        var shuffled = new DrawnFile();
        shuffled._nodes.AddRange(_nodes.OrderBy(_ => random.Next()));
        shuffled._ways.AddRange(_ways.OrderBy(_ => random.Next()));
        shuffled._relations.AddRange(_relations.OrderBy(_ => random.Next()));
        return shuffled;
    }

    public (Delivery Delivery, ImportSummary Summary) Import() =>
        OsmImport.Read(new MemoryStream(Encoding.UTF8.GetBytes(ToXml())), "drawn.osm");

    public string ToXml()
    {
        var root = new XElement("osm", new XAttribute("version", "0.6"));
        foreach ((long id, double lon, double lat, string[] tags) in _nodes)
        {
            root.Add(
                new XElement(
                    "node",
                    new XAttribute("id", id),
                    Degrees("lat", lat),
                    Degrees("lon", lon),
                    TagElements(tags)
                )
            );
        }

        foreach ((long id, long[] refs, string[] tags) in _ways)
        {
            var way = new XElement("way", new XAttribute("id", id));
            way.Add(refs.Select(r => new XElement("nd", new XAttribute("ref", r))));
            way.Add(TagElements(tags));
            root.Add(way);
        }

        foreach ((long id, (char Kind, long Id, string Role)[] members, string[] tags) in _relations)
        {
            var relation = new XElement("relation", new XAttribute("id", id));
            relation.Add(
                members.Select(m => new XElement(
                    "member",
                    new XAttribute("type", m.Kind == 'w' ? "way" : "node"),
                    new XAttribute("ref", m.Id),
                    new XAttribute("role", m.Role)
                ))
            );
            relation.Add(TagElements(tags));
            root.Add(relation);
        }

        return root.ToString();
    }

    public byte[] ToPbf(Packing packing = Packing.Zlib, bool dense = true, int granularity = 100)
    {
        using var file = new MemoryStream();
        var header = new HeaderBlock { WritingProgram = "test" };
        header.RequiredFeatures.Add("OsmSchema-V0.6");
        header.RequiredFeatures.Add("DenseNodes");
        WriteBlob(file, "OSMHeader", header.ToByteArray(), packing);
        WriteBlob(file, "OSMData", Block(dense, granularity).ToByteArray(), packing);
        return file.ToArray();
    }

    public static void WriteBlob(Stream file, string type, byte[] bytes, Packing packing)
    {
        var blob = new Blob();
        switch (packing)
        {
            case Packing.Raw:
                blob.Raw = ByteString.CopyFrom(bytes);
                break;
            case Packing.Zlib:
                using (var packed = new MemoryStream())
                {
                    using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                    {
                        zlib.Write(bytes);
                    }

                    blob.Zlib = ByteString.CopyFrom(packed.ToArray());
                }

                break;
            default:
                blob.Lz4 = ByteString.CopyFrom(Lz4Writer.Encode(bytes, packing == Packing.Lz4Matches));
                break;
        }

        if (packing != Packing.Raw)
        {
            blob.RawSize = bytes.Length;
        }

        WriteBlob(file, type, blob);
    }

    public static void WriteBlob(Stream file, string type, Blob blob)
    {
        byte[] body = blob.ToByteArray();
        byte[] head = new BlobHeader { Type = type, DataSize = body.Length }.ToByteArray();
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, head.Length);
        file.Write(length);
        file.Write(head);
        file.Write(body);
    }

    public PrimitiveBlock Block(bool dense, int granularity = 100)
    {
        var texts = new List<string> { "" };
        int Text(string text)
        {
            int at = texts.IndexOf(text);
            if (at < 0)
            {
                at = texts.Count;
                texts.Add(text);
            }

            return at;
        }

        var block = new PrimitiveBlock { StringTable = new StringTable(), Granularity = granularity };
        block.Groups.Add(NodeGroup(dense, granularity, Text));
        block.Groups.Add(WayGroup(Text));
        block.Groups.Add(RelationGroup(Text));
        block.StringTable.Texts.AddRange(texts.Select(ByteString.CopyFromUtf8));
        return block;
    }

    private PrimitiveGroup NodeGroup(bool dense, int granularity, Func<string, int> text)
    {
        var group = new PrimitiveGroup();
        var packed = new DenseNodes();
        (long Id, long Lat, long Lon) before = default;
        foreach ((long id, double lon, double lat, string[] tags) in _nodes)
        {
            long latUnits = (long)Math.Round(lat * 1e9 / granularity);
            long lonUnits = (long)Math.Round(lon * 1e9 / granularity);
            if (dense)
            {
                packed.Ids.Add(id - before.Id);
                packed.Latitudes.Add(latUnits - before.Lat);
                packed.Longitudes.Add(lonUnits - before.Lon);
                packed.KeysValues.AddRange(tags.Select(text));
                packed.KeysValues.Add(0);
                before = (id, latUnits, lonUnits);
            }
            else
            {
                var node = new PlainNode
                {
                    Id = id,
                    Latitude = latUnits,
                    Longitude = lonUnits,
                };
                node.Keys.AddRange(tags.Where((_, i) => i % 2 == 0).Select(t => (uint)text(t)));
                node.Values.AddRange(tags.Where((_, i) => i % 2 == 1).Select(t => (uint)text(t)));
                group.Nodes.Add(node);
            }
        }

        if (dense)
        {
            group.Dense = packed;
        }

        return group;
    }

    private PrimitiveGroup WayGroup(Func<string, int> text)
    {
        var group = new PrimitiveGroup();
        foreach ((long id, long[] refs, string[] tags) in _ways)
        {
            var way = new PlainWay { Id = id };
            way.Keys.AddRange(tags.Where((_, i) => i % 2 == 0).Select(t => (uint)text(t)));
            way.Values.AddRange(tags.Where((_, i) => i % 2 == 1).Select(t => (uint)text(t)));
            way.Refs.AddRange(refs.Select((r, i) => i == 0 ? r : r - refs[i - 1]));
            group.Ways.Add(way);
        }

        return group;
    }

    private PrimitiveGroup RelationGroup(Func<string, int> text)
    {
        var group = new PrimitiveGroup();
        foreach ((long id, (char Kind, long Id, string Role)[] members, string[] tags) in _relations)
        {
            var relation = new PlainRelation { Id = id };
            relation.Keys.AddRange(tags.Where((_, i) => i % 2 == 0).Select(t => (uint)text(t)));
            relation.Values.AddRange(tags.Where((_, i) => i % 2 == 1).Select(t => (uint)text(t)));
            relation.Roles.AddRange(members.Select(m => text(m.Role)));
            relation.MemberIds.AddRange(members.Select((m, i) => i == 0 ? m.Id : m.Id - members[i - 1].Id));
            relation.MemberTypes.AddRange(members.Select(m => m.Kind == 'w' ? MemberType.Way : MemberType.Node));
            group.Relations.Add(relation);
        }

        return group;
    }

    private static (char Kind, long Id, string Role) Member(string text)
    {
        string[] parts = text[1..].Split(':');
        return (text[0], long.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? parts[1] : "outer");
    }

    private static string[] Tags(string tags) =>
        tags.Length == 0 ? [] : [.. tags.Split('|').SelectMany(tag => tag.Split('=', 2))];

    private static XAttribute Degrees(string name, double value) =>
        new(name, value.ToString("0.0000000", CultureInfo.InvariantCulture));

    private static IEnumerable<XElement> TagElements(string[] tags) =>
        tags.Chunk(2).Select(tag => new XElement("tag", new XAttribute("k", tag[0]), new XAttribute("v", tag[1])));
}
