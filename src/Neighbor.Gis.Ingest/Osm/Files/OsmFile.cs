using System.Buffers.Binary;
using System.IO.Compression;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.BZip2;

namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Reads a file of OpenStreetMap, whatever it is called: the first bytes say how it is written.</summary>
internal static class OsmFile
{
    private const int PeekBytes = 32;

    /// <summary>Reads every object.</summary>
    /// <param name="stream">The file, read once from where it stands.</param>
    /// <param name="file">Its name, for messages only.</param>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="OsmFileException">The file is not one of the formats, is cut off or damaged.</exception>
    public static (OsmObjects Objects, OsmFormat Format, long Bytes, long Unplaced) Read(
        Stream stream,
        string file,
        Action<long> progress,
        CancellationToken cancellation
    )
    {
        var raw = new PeekedStream(stream);
        var objects = new OsmObjectsBuilder();
        OsmFormat format = Detect(raw, file);
        try
        {
            if (format == OsmFormat.Pbf)
            {
                new PbfReader(raw, file, objects).Read(progress, cancellation);
            }
            else
            {
                using Stream text = Unpack(raw, format);
                OsmXml.Read(text, file, objects, () => progress(raw.BytesRead), cancellation);
            }
        }
        catch (Exception cause) when (IsOfUnpacking(cause))
        {
            string what = $"the packed text is damaged or cut off ({cause.Message.TrimEnd('.')}).";
            throw new OsmFileException(file, raw.BytesRead, what, cause);
        }

        return (objects.Build(), format, raw.BytesRead, objects.Unplaced);
    }

    private static bool IsOfUnpacking(Exception cause) =>
        cause is InvalidDataException or SharpZipBaseException or EndOfStreamException;

    private static OsmFormat Detect(PeekedStream raw, string file)
    {
        ReadOnlySpan<byte> head = raw.Peek(PeekBytes);
        if (head.IsEmpty)
        {
            throw new OsmFileException(file, 0, "the file is empty.");
        }

        return head switch
        {
            [0x1f, 0x8b, ..] => OsmFormat.GzipXml,
            [(byte)'B', (byte)'Z', (byte)'h', ..] => OsmFormat.Bzip2Xml,
            _ when LooksLikePbf(head) => OsmFormat.Pbf,
            _ when LooksLikeXml(head) => OsmFormat.Xml,
            [0xff, 0xe0, ..] => throw new OsmFileException(file, 0, "this is o5m; convert it to .osm.pbf first."),
            _ => throw new OsmFileException(
                file,
                0,
                $"neither .osm.pbf nor .osm XML (plain, gzip or bzip2): it begins with {Convert.ToHexString(head[..Math.Min(8, head.Length)])}."
            ),
        };
    }

    private static bool LooksLikePbf(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> opening = "\u000a\u0009OSMHeader"u8;
        return head.Length >= 4 + opening.Length
            && BinaryPrimitives.ReadInt32BigEndian(head) is > 0 and <= PbfReader.LongestHeader
            && head[4..].StartsWith(opening);
    }

    private static bool LooksLikeXml(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        bool isUtf16 = head is [0xff, 0xfe, (byte)'<', ..] or [0xfe, 0xff, 0, (byte)'<', ..];
        return isUtf16 || text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }

    private static Stream Unpack(PeekedStream raw, OsmFormat format) =>
        format switch
        {
            OsmFormat.GzipXml => new GZipStream(raw, CompressionMode.Decompress, leaveOpen: true),
            OsmFormat.Bzip2Xml => new Bzip2Stream(raw),
            _ => new BufferedStream(raw),
        };
}
