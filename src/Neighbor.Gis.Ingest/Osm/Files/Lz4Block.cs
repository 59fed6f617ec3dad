namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Unpacks LZ4 blocks (the bare block format, without frames or checksums).</summary>
/// <remarks>
/// <para>Source: "LZ4 Block Format Description" of the LZ4 project. A block is a row of sequences: a token (high four
/// bits literals, low four bits match length less 4), more length bytes while they are 255, the literals, a two-byte
/// little-endian distance back, more match length bytes. The last sequence ends after its literals.</para>
/// <para>Cost: one pass, no allocation. Nothing outside the two spans is ever touched: every length is checked first.</para>
/// </remarks>
internal static class Lz4Block
{
    private const int ShortestMatch = 4;
    private const int LongLength = 15;

    /// <summary>Unpacks <paramref name="source"/> and returns how many bytes of the destination were filled.</summary>
    /// <exception cref="Lz4BlockException">The block is cut off, points before its beginning, or holds more than fits.</exception>
    public static int Decode(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int read = 0;
        int written = 0;
        while (read < source.Length)
        {
            int token = source[read++];

            int literals = Length(source, ref read, token >> 4);
            if (literals > source.Length - read)
            {
                throw new Lz4BlockException(
                    $"{literals} literals at byte {read}, but {source.Length - read} are left."
                );
            }

            RequireRoom(literals, written, destination.Length);
            source.Slice(read, literals).CopyTo(destination[written..]);
            read += literals;
            written += literals;
            if (read == source.Length)
            {
                return written;
            }

            int distance = Distance(source, ref read, written);
            int match = Length(source, ref read, token & LongLength) + ShortestMatch;
            RequireRoom(match, written, destination.Length);
            Repeat(destination, written, distance, match);
            written += match;
        }

        throw new Lz4BlockException("The block ends without a last run of literals.");
    }

    private static int Length(ReadOnlySpan<byte> source, ref int read, int nibble)
    {
        long length = nibble;
        if (nibble == LongLength)
        {
            byte more;
            do
            {
                if (read == source.Length)
                {
                    throw new Lz4BlockException($"The block ends inside a length, at byte {read}.");
                }

                more = source[read++];
                length += more;
            } while (more == byte.MaxValue);
        }

        return length <= int.MaxValue - ShortestMatch
            ? (int)length
            : throw new Lz4BlockException($"A length of {length} bytes at byte {read}.");
    }

    private static int Distance(ReadOnlySpan<byte> source, ref int read, int written)
    {
        if (source.Length - read < 2)
        {
            throw new Lz4BlockException($"The block ends inside a distance, at byte {read}.");
        }

        int distance = source[read] | (source[read + 1] << 8);
        if (distance == 0 || distance > written)
        {
            throw new Lz4BlockException($"A distance of {distance} back from byte {written}.");
        }

        read += 2;
        return distance;
    }

    private static void RequireRoom(int length, int written, int capacity)
    {
        if (length > capacity - written)
        {
            throw new Lz4BlockException($"Unpacks to more than the {capacity} bytes promised.");
        }
    }

    private static void Repeat(Span<byte> destination, int written, int distance, int length)
    {
        int from = written - distance;
        if (distance >= length)
        {
            destination.Slice(from, length).CopyTo(destination[written..]);
            return;
        }

        for (int i = 0; i < length; i++) // overlapping on purpose: the copy feeds itself
        {
            destination[written + i] = destination[from + i];
        }
    }
}
