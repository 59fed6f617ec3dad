using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using Neighbor.Gis.Ingest.Osm.Files.Wire;

namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Reads the blobs of an .osm.pbf file.</summary>
/// <remarks>
/// <para>Source: OpenStreetMap wiki, "PBF Format". A header is at most 64 KiB, a blob at most 32 MiB packed and
/// unpacked; a file that promises more is refused before anything is allocated for it.</para>
/// </remarks>
internal sealed class PbfReader(PeekedStream stream, string file, OsmObjectsBuilder objects)
{
    /// <summary>The longest blob header the format allows, in bytes.</summary>
    public const int LongestHeader = 64 * 1024;

    /// <summary>The longest blob the format allows, in bytes, packed or unpacked.</summary>
    public const int LongestBlob = 32 * 1024 * 1024;

    private readonly PbfBlockReader _blocks = new(objects);
    private bool _sawHeader;

    /// <summary>Reads to the end of the file.</summary>
    /// <exception cref="OsmFileException">The file is cut off or damaged, or uses what we do not read.</exception>
    public void Read(Action<long> progress, CancellationToken cancellation)
    {
        Span<byte> lengthBytes = stackalloc byte[4];
        while (!stream.Peek(1).IsEmpty)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = stream.BytesRead;
            ReadExactly(lengthBytes, start, "the length of a blob header");
            int length = BinaryPrimitives.ReadInt32BigEndian(lengthBytes);
            if (length is <= 0 or > LongestHeader)
            {
                throw Fail(start, $"a blob header of {length} bytes; 1 to {LongestHeader} are allowed.");
            }

            BlobHeader header = Parse(BlobHeader.Parser, Take(length, start, "a blob header"), start, "blob header");
            if (!header.HasType || !header.HasDataSize || header.DataSize is < 0 or > LongestBlob)
            {
                throw Fail(start, $"a blob of {header.DataSize} bytes; 0 to {LongestBlob} are allowed.");
            }

            byte[] blob = Take(header.DataSize, start, $"a blob of type {header.Type}");
            ReadBlob(header.Type, blob, start);
            progress(stream.BytesRead);
        }

        if (!_sawHeader)
        {
            throw Fail(0, "there is no OSMHeader.");
        }
    }

    private void ReadBlob(string type, byte[] bytes, long start)
    {
        switch (type)
        {
            case "OSMHeader":
                _sawHeader = true;
                RequireFeatures(Parse(HeaderBlock.Parser, Unpack(bytes, start), start, "header block"), start);
                break;
            case "OSMData":
                PrimitiveBlock block = Parse(PrimitiveBlock.Parser, Unpack(bytes, start), start, "primitive block");
                try
                {
                    _blocks.Add(block);
                }
                catch (FormatException damage)
                {
                    throw Fail(start, damage.Message, damage);
                }

                break;
            default: // the format asks readers to skip what they do not know
                break;
        }
    }

    private void RequireFeatures(HeaderBlock header, long start)
    {
        foreach (string feature in header.RequiredFeatures)
        {
            if (feature is not ("OsmSchema-V0.6" or "DenseNodes"))
            {
                throw Fail(start, $"the file needs the feature '{feature}', which this reader does not have.");
            }
        }
    }

    private byte[] Unpack(byte[] bytes, long start)
    {
        Blob blob = Parse(Blob.Parser, bytes, start, "blob");
        if (blob.HasRaw)
        {
            return blob.Raw.ToByteArray();
        }

        if (blob.RawSize is < 0 or > LongestBlob)
        {
            throw Fail(start, $"a blob that unpacks to {blob.RawSize} bytes; 0 to {LongestBlob} are allowed.");
        }

        byte[] unpacked = new byte[blob.RawSize];
        int length = blob switch
        {
            { HasZlib: true } => Inflate(blob.Zlib, unpacked, start),
            { HasLz4: true } => UnpackLz4(blob.Lz4, unpacked, start),
            { HasLzma: true } => throw Unreadable("lzma", start),
            { HasZstd: true } => throw Unreadable("zstd", start),
            { HasBzip2: true } => throw Unreadable("bzip2", start),
            _ => throw Fail(start, "a blob without contents, or packed in a way this reader does not know."),
        };

        return length == unpacked.Length
            ? unpacked
            : throw Fail(start, $"a blob unpacks to {length} bytes, not the {unpacked.Length} it promises.");
    }

    private int Inflate(ByteString packed, byte[] unpacked, long start)
    {
        using var source = new MemoryStream(packed.ToByteArray());
        using var inflated = new ZLibStream(source, CompressionMode.Decompress);
        try
        {
            int length = inflated.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
            return inflated.ReadByte() < 0 ? length : throw Fail(start, "a blob unpacks to more than it promises.");
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException) // from memory: never the disk
        {
            throw Fail(start, $"a zlib blob is damaged ({damage.Message.TrimEnd('.')}).", damage);
        }
    }

    private int UnpackLz4(ByteString packed, byte[] unpacked, long start)
    {
        try
        {
            return Lz4Block.Decode(packed.Span, unpacked);
        }
        catch (Lz4BlockException damage)
        {
            throw Fail(start, $"an LZ4 blob is damaged: {damage.Message}", damage);
        }
    }

    private OsmFileException Unreadable(string packing, long start) =>
        Fail(start, $"a blob is packed with {packing}; repack the file with zlib (osmium cat does it).");

    private T Parse<T>(MessageParser<T> parser, byte[] bytes, long start, string what)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException damage)
        {
            throw Fail(start, $"the {what} is damaged ({damage.Message.TrimEnd('.')}).", damage);
        }
    }

    private byte[] Take(int length, long start, string what)
    {
        byte[] bytes = new byte[length];
        ReadExactly(bytes, start, what);
        return bytes;
    }

    private void ReadExactly(Span<byte> bytes, long start, string what)
    {
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
        {
            throw Fail(start, $"the file is cut off inside {what}: {read} of {bytes.Length} bytes are there.");
        }
    }

    private OsmFileException Fail(long offset, string what, Exception? cause = null) => new(file, offset, what, cause);
}
