using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using ICSharpCode.SharpZipLib.BZip2;
using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Ingest.Osm.Files.Wire;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

public sealed class OsmFileSpecs
{
    private const long LargeId = 9_007_199_254_740_993; // does not fit 32 bits, nor the whole numbers of a double

    private static DrawnFile Town() =>
        new DrawnFile()
            .Node(-3, 0, 0)
            .Node(1, 10, 0, "barrier=gate|name=南门")
            .Node(2, 20, -40)
            .Node(LargeId, 20, 60, "amenity=pharmacy")
            .Way(-7, "highway=footway|name=巷", -3, 1, 2)
            .Way(LargeId, "building=yes", 1, 2, LargeId, 1)
            .Relation(5, "type=multipolygon|building=yes", "w-7", "n1:label", "w9007199254740993:inner");

    [Theory]
    [InlineData(DrawnFile.Packing.Raw, true)]
    [InlineData(DrawnFile.Packing.Raw, false)]
    [InlineData(DrawnFile.Packing.Zlib, true)]
    [InlineData(DrawnFile.Packing.Zlib, false)]
    [InlineData(DrawnFile.Packing.Lz4Literals, true)]
    [InlineData(DrawnFile.Packing.Lz4Matches, true)]
    [InlineData(DrawnFile.Packing.Lz4Matches, false)]
    public void Every_packing_gives_the_objects_of_the_xml(object packing, bool dense)
    {
        byte[] pbf = Town().ToPbf((DrawnFile.Packing)packing, dense);
        (OsmObjects objects, OsmFormat format) = Read(pbf);
        Assert.Equal(OsmFormat.Pbf, format);
        Assert.Equal(Describe(Read(Encoding.UTF8.GetBytes(Town().ToXml())).Objects), Describe(objects));
    }

    [Fact]
    public void Lz4_with_matches_is_really_shorter_than_with_literals()
    {
        DrawnFile town = Town();
        for (int i = 0; i < 30; i++)
        {
            town.Node(1000 + i, i, i, "entrance=yes");
        }

        Assert.True(town.ToPbf(DrawnFile.Packing.Lz4Matches).Length < town.ToPbf(DrawnFile.Packing.Lz4Literals).Length);
    }

    [Fact]
    public void The_format_is_known_by_the_contents()
    {
        byte[] xml = Encoding.UTF8.GetBytes(Town().ToXml());
        string expected = Describe(Read(xml).Objects);
        (byte[] Bytes, OsmFormat Format)[] forms =
        [
            (xml, OsmFormat.Xml),
            ([.. "\uFEFF"u8, .. xml], OsmFormat.Xml),
            ([.. "\n  "u8, .. xml], OsmFormat.Xml),
            ([0xff, 0xfe, .. Encoding.Unicode.GetBytes(Town().ToXml())], OsmFormat.Xml),
            (Gzip(xml), OsmFormat.GzipXml),
            (Bzip2(xml), OsmFormat.Bzip2Xml),
        ];
        foreach ((byte[] bytes, OsmFormat format) in forms)
        {
            (OsmObjects objects, OsmFormat found) = Read(bytes);
            Assert.Equal((format, expected), (found, Describe(objects)));
        }
    }

    [Fact]
    public void Packed_streams_one_behind_another_are_one_text()
    {
        byte[] xml = Encoding.UTF8.GetBytes(Town().ToXml());
        int middle = xml.Length / 2;
        string expected = Describe(Read(xml).Objects);
        Assert.Equal(expected, Describe(Read([.. Bzip2(xml[..middle]), .. Bzip2(xml[middle..])]).Objects));
        Assert.Equal(expected, Describe(Read([.. Gzip(xml[..middle]), .. Gzip(xml[middle..])]).Objects));
    }

    [Fact]
    public void The_order_of_the_objects_does_not_matter()
    {
        string expected = Describe(Read(Town().ToPbf()).Objects);
        for (int seed = 0; seed < 20; seed++)
        {
            Assert.Equal(expected, Describe(Read(Town().Shuffled(seed).ToPbf()).Objects));
        }
    }

    [Fact]
    public void Of_objects_with_one_id_the_last_counts()
    {
        DrawnFile twice = Town().Node(1, 500, 500, "barrier=wall").Way(-7, "highway=steps", 1, 2);
        (OsmObjects objects, _) = Read(twice.ToPbf());
        int node = objects.FindNode(1);
        Assert.Equal("wall", objects.NodeTags(node)["barrier"]);
        Assert.Equal(250045139, objects.LatE7(node)); // 500 m north
        Assert.Equal("steps", objects.WayTags(objects.FindWay(-7))["highway"]);
        Assert.Equal((4, 2), (objects.NodeCount, objects.WayCount));
        Assert.Equal(new ObjectCounts(5, 3, 1), objects.Read);
    }

    [Fact]
    public void Coarse_and_shifted_coordinates_are_what_the_block_says()
    {
        PrimitiveBlock block = new DrawnFile().Node(1, 0, 0).Block(dense: true, granularity: 1000);
        block.LatitudeOffset = 500;
        block.LongitudeOffset = -2_000_000_000;
        (OsmObjects objects, _) = Read(File(block));
        Assert.Equal((250000005, 1165000000), (objects.LatE7(0), objects.LonE7(0))); // 25° + 500 nano; 118.5° - 2°
    }

    [Fact]
    public void A_node_off_the_globe_is_counted_and_not_taken()
    {
        PrimitiveBlock block = new DrawnFile().Node(1, 0, 0, "place=city").Node(2, 0, 0).Block(dense: true);
        block.Groups[0].Dense.Latitudes[1] = 800_000_000;
        using var stream = new MemoryStream(File(block));
        (OsmObjects objects, _, _, long unplaced) = OsmFile.Read(stream, "x", _ => { }, default);
        Assert.Equal((1, 1L), (objects.NodeCount, unplaced));
    }

    [Fact]
    public void References_to_absent_nodes_are_kept_as_absent()
    {
        (OsmObjects objects, _) = Read(new DrawnFile().Node(1, 0, 0).Way(9, "highway=path", 1, 2, 1).ToPbf());
        Assert.Equal([0, -1, 0], objects.WayNodes(0).ToArray());
        Assert.Equal(1, objects.MissingRefs);
    }

    [Fact]
    public void Deleted_objects_and_nodes_without_a_place_are_not_taken()
    {
        (OsmObjects objects, _) = Read(
            """
            <osm version="0.6">
              <note>from somewhere</note>
              <node id="1" visible="false" lat="1" lon="1"><tag k="place" v="city"/></node>
              <node id="2" action="delete" lat="1" lon="1"/>
              <node id="3"/>
              <node id="4" lat="1" lon="1"><tag k="place" v="town"/></node>
              <way id="5" visible="false"><nd ref="4"/><tag k="highway" v="path"/></way>
              <way id="6"><nd ref="4"/><nd ref="1"/></way>
            </osm>
            """u8
        );
        Assert.Equal((1, 1), (objects.NodeCount, objects.WayCount));
        Assert.Equal("town", objects.NodeTags(0)["place"]);
        Assert.Equal(0, objects.WayTags(0).Count);
        Assert.Equal([0, -1], objects.WayNodes(0).ToArray());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<gpx/>", "<gpx>")]
    [InlineData("<osmChange/>", "changes")]
    [InlineData("<osm><node id='x' lat='1' lon='1'/></osm>", "id=\"x\"")]
    [InlineData("<osm><node lat='1' lon='1'/></osm>", "no id")]
    [InlineData("<osm><node id='1' lat='north' lon='1'/></osm>", "lat=\"north\"")]
    [InlineData("<osm><way id='1'><nd/></way></osm>", "no ref")]
    [InlineData("<osm><way id='1'><nd ref='1'/>", "cut off")]
    [InlineData("<osm><node id='1' lat='1' lon='1'></osm>", "damaged")]
    [InlineData("<!DOCTYPE osm [<!ENTITY a 'b'>]><osm/>", "damaged")]
    [InlineData("hello world", "neither")]
    public void A_wrong_text_is_refused_with_the_file_and_what_is_wrong(string text, string what) =>
        Refuses(Encoding.UTF8.GetBytes(text), what);

    [Fact]
    public void O5m_is_refused_by_name() => Refuses([0xff, 0xe0, 4, (byte)'o', (byte)'5', (byte)'m', (byte)'2'], "o5m");

    [Fact]
    public void A_line_is_named_for_xml()
    {
        OsmFileException refused = Refuses("<osm>\n<node id='1' lat='1' lon='1'/>\n<node id='q'/></osm>"u8, "id=\"q\"");
        Assert.Equal(3, refused.Offset);
        Assert.Contains("line 3", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lzma")]
    [InlineData("zstd")]
    [InlineData("bzip2")]
    public void A_packing_we_do_not_read_is_refused_by_name(string packing)
    {
        ByteString some = ByteString.CopyFromUtf8("packed");
        Blob blob = packing switch
        {
            "lzma" => new Blob { Lzma = some, RawSize = 6 },
            "zstd" => new Blob { Zstd = some, RawSize = 6 },
            _ => new Blob { Bzip2 = some, RawSize = 6 },
        };
        using var file = new MemoryStream();
        DrawnFile.WriteBlob(file, "OSMHeader", blob);
        Refuses(file.ToArray(), packing);
    }

    [Fact]
    public void A_zlib_blob_that_asks_for_a_dictionary_is_refused() // found by damaging files at random
    {
        using var file = new MemoryStream();
        ByteString asksForDictionary = ByteString.CopyFrom(0x78, 0xbb, 1, 2, 3, 4, 5, 6);
        DrawnFile.WriteBlob(file, "OSMHeader", new Blob { Zlib = asksForDictionary, RawSize = 6 });
        Refuses(file.ToArray(), "zlib");
    }

    [Fact]
    public void A_feature_we_do_not_have_is_refused_by_name()
    {
        var header = new HeaderBlock();
        header.RequiredFeatures.Add("HistoricalInformation");
        using var file = new MemoryStream();
        DrawnFile.WriteBlob(file, "OSMHeader", header.ToByteArray(), DrawnFile.Packing.Zlib);
        Refuses(file.ToArray(), "HistoricalInformation");
    }

    [Fact]
    public void Sizes_beyond_the_format_are_refused_before_anything_is_read()
    {
        byte[] good = Town().ToPbf();
        byte[] longHeader = [.. good];
        longHeader[1] = 1; // the length of the first blob header becomes more than 64 KiB
        Refuses(longHeader, "neither");
        using var late = new MemoryStream();
        late.Write(good);
        late.Write([0, 1, 0, 1]);
        Refuses(late.ToArray(), "65537");

        using var file = new MemoryStream();
        byte[] head = new BlobHeader { Type = "OSMHeader", DataSize = 32 * 1024 * 1024 + 1 }.ToByteArray();
        file.Write([0, 0, 0, (byte)head.Length]);
        file.Write(head);
        Refuses(file.ToArray(), "33554433");

        using var bomb = new MemoryStream();
        DrawnFile.WriteBlob(bomb, "OSMHeader", new Blob { Zlib = ByteString.Empty, RawSize = int.MaxValue });
        Refuses(bomb.ToArray(), "2147483647");
    }

    [Fact]
    public void A_blob_that_unpacks_to_more_or_less_than_it_promises_is_refused()
    {
        foreach (int wrong in (int[])[-1, 1])
        {
            foreach (
                DrawnFile.Packing packing in (DrawnFile.Packing[])
                    [DrawnFile.Packing.Zlib, DrawnFile.Packing.Lz4Literals]
            )
            {
                using var good = new MemoryStream();
                byte[] header = new HeaderBlock { WritingProgram = "a rather long name" }.ToByteArray();
                DrawnFile.WriteBlob(good, "OSMHeader", header, packing);
                byte[] bytes = good.ToArray();
                Blob blob = Blob.Parser.ParseFrom(bytes, 4 + bytes[3], bytes.Length - 4 - bytes[3]);
                blob.RawSize += wrong;
                using var bad = new MemoryStream();
                DrawnFile.WriteBlob(bad, "OSMHeader", blob);
                Refuses(bad.ToArray(), "promise");
            }
        }
    }

    [Fact]
    public void Blocks_that_contradict_themselves_are_refused()
    {
        Refuses(Damaged(block => block.Groups[0].Dense.Latitudes.RemoveAt(0)), "latitudes");
        Refuses(Damaged(block => block.Groups[0].Dense.KeysValues.Add(1)), "belong to no");
        Refuses(Damaged(block => block.Groups[0].Dense.KeysValues[1] = 10_000), "text number 10000");
        Refuses(Damaged(block => block.Groups[1].Ways[0].Keys.Add(1)), "keys");
        Refuses(Damaged(block => block.Groups[1].Ways[0].Keys[0] = uint.MaxValue), "text number");
        Refuses(Damaged(block => block.Groups[2].Relations[0].Roles.Clear()), "members");
    }

    [Fact]
    public void Blobs_of_unknown_type_are_skipped_and_a_header_is_asked_for()
    {
        using var file = new MemoryStream();
        file.Write(Town().ToPbf());
        DrawnFile.WriteBlob(file, "Something", [1, 2, 3], DrawnFile.Packing.Raw);
        Assert.Equal(4, Read(file.ToArray()).Objects.NodeCount);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_unless_it_is_cut_between_blobs()
    {
        byte[] whole = Town().ToPbf();
        int boundary = whole.Length;
        using (var header = new MemoryStream())
        {
            var block = new HeaderBlock { WritingProgram = "test" };
            block.RequiredFeatures.Add("OsmSchema-V0.6");
            block.RequiredFeatures.Add("DenseNodes");
            DrawnFile.WriteBlob(header, "OSMHeader", block.ToByteArray(), DrawnFile.Packing.Zlib);
            boundary = (int)header.Length;
        }

        for (int length = 1; length < whole.Length; length++)
        {
            if (length == boundary)
            {
                Assert.Equal(0, Read(whole.AsSpan(0, length)).Objects.NodeCount);
            }
            else
            {
                Refuses(whole.AsSpan(0, length), "");
            }
        }
    }

    [Fact]
    public void Packed_xml_cut_off_anywhere_is_refused()
    {
        byte[] xml = Encoding.UTF8.GetBytes(Town().ToXml());
        foreach (byte[] packed in (byte[][])[Gzip(xml), Bzip2(xml)])
        {
            for (int length = 1; length < packed.Length - 12; length++)
            {
                Refuses(packed.AsSpan(0, length), "");
            }
        }
    }

    [Fact]
    public void A_damaged_file_is_read_or_refused_and_nothing_else_happens() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                ArbMap.Default.ArbFor<byte>(),
                Gen.Elements(
                        Town().ToPbf(),
                        Town().ToPbf(DrawnFile.Packing.Raw),
                        Town().ToPbf(DrawnFile.Packing.Raw, dense: false),
                        Town().ToPbf(DrawnFile.Packing.Lz4Matches),
                        Gzip(Encoding.UTF8.GetBytes(Town().ToXml())),
                        Bzip2(Encoding.UTF8.GetBytes(Town().ToXml())),
                        Encoding.UTF8.GetBytes(Town().ToXml())
                    )
                    .ToArbitrary(),
                (place, with, whole) =>
                {
                    byte[] damaged = [.. whole];
                    damaged[place % damaged.Length] = with;
                    try
                    {
                        return Read(damaged).Objects.NodeCount >= 0;
                    }
                    catch (OsmFileException refused)
                    {
                        return refused.File == "test.osm" && refused.What.Length > 0;
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Reading_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var stream = new MemoryStream(Town().ToPbf());
        Assert.Throws<OperationCanceledException>(() => OsmFile.Read(stream, "x", _ => { }, stop.Token));
    }

    private static byte[] Damaged(Action<PrimitiveBlock> damage)
    {
        PrimitiveBlock block = Town().Block(dense: true);
        damage(block);
        return File(block);
    }

    private static byte[] File(PrimitiveBlock block)
    {
        using var file = new MemoryStream();
        DrawnFile.WriteBlob(file, "OSMHeader", new HeaderBlock { Source = "x" }.ToByteArray(), DrawnFile.Packing.Raw);
        DrawnFile.WriteBlob(file, "OSMData", block.ToByteArray(), DrawnFile.Packing.Zlib);
        return file.ToArray();
    }

    private static (OsmObjects Objects, OsmFormat Format) Read(ReadOnlySpan<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray());
        (OsmObjects objects, OsmFormat format, _, _) = OsmFile.Read(stream, "test.osm", _ => { }, default);
        return (objects, format);
    }

    private static OsmFileException Refuses(ReadOnlySpan<byte> bytes, string what)
    {
        byte[] copy = bytes.ToArray();
        var refused = Assert.Throws<OsmFileException>(() => Read(copy));
        Assert.StartsWith("test.osm", refused.Message, StringComparison.Ordinal);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        return refused;
    }

    private static string Describe(OsmObjects objects)
    {
        var text = new StringBuilder();
        for (int i = 0; i < objects.NodeCount; i++)
        {
            text.AppendLine($"n{objects.NodeId(i)} {objects.LonE7(i)} {objects.LatE7(i)} {Tags(objects.NodeTags(i))}");
        }

        for (int i = 0; i < objects.WayCount; i++)
        {
            text.AppendLine(
                $"w{objects.WayId(i)} {string.Join(',', objects.WayNodes(i).ToArray())} {Tags(objects.WayTags(i))}"
            );
        }

        foreach (OsmRelation relation in objects.Relations)
        {
            text.AppendLine($"r{relation.Id} {string.Join(',', relation.Members)} {Tags(relation.Tags)}");
        }

        return text.ToString();
    }

    private static string Tags(OsmTags tags) =>
        string.Join(' ', Enumerable.Range(0, tags.Count).Select(i => $"{tags.At(i).Key}={tags.At(i).Value}"));

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Bzip2(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var bzip2 = new BZip2OutputStream(packed))
        {
            bzip2.Write(bytes);
        }

        return packed.ToArray();
    }
}
