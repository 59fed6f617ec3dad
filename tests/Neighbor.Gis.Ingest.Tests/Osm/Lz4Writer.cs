namespace Neighbor.Gis.Ingest.Tests.Osm;

/// <summary>Writes LZ4 blocks for tests, plainly: one run of literals, or every match of four bytes that it finds.</summary>
internal static class Lz4Writer
{
    public static byte[] Encode(ReadOnlySpan<byte> bytes, bool withMatches)
    {
        var block = new List<byte>();
        int literalsFrom = 0;
        int at = 0;
        while (withMatches && at + 4 <= bytes.Length)
        {
            (int distance, int length) = LongestMatch(bytes, at);
            if (length < 4 || at + length >= bytes.Length)
            {
                at++;
                continue;
            }

            AddSequence(block, bytes[literalsFrom..at], distance, length);
            at += length;
            literalsFrom = at;
        }

        AddSequence(block, bytes[literalsFrom..], 0, 0);
        return [.. block];
    }

    /// <summary>Adds one sequence; a length of 0 is the last one, of literals alone.</summary>
    public static void AddSequence(List<byte> block, ReadOnlySpan<byte> literals, int distance, int length)
    {
        int match = length == 0 ? 0 : length - 4;
        block.Add((byte)((Math.Min(literals.Length, 15) << 4) | Math.Min(match, 15)));
        AddLength(block, literals.Length);
        block.AddRange(literals);
        if (length > 0)
        {
            block.Add((byte)distance);
            block.Add((byte)(distance >> 8));
            AddLength(block, match);
        }
    }

    private static void AddLength(List<byte> block, int length)
    {
        if (length < 15)
        {
            return;
        }

        length -= 15;
        for (; length >= 255; length -= 255)
        {
            block.Add(255);
        }

        block.Add((byte)length);
    }

    private static (int Distance, int Length) LongestMatch(ReadOnlySpan<byte> bytes, int at)
    {
        (int Distance, int Length) best = default;
        for (int distance = 1; distance <= Math.Min(at, 2000); distance++)
        {
            int length = 0;
            while (at + length < bytes.Length && bytes[at + length] == bytes[at + length - distance])
            {
                length++;
            }

            best = length > best.Length ? (distance, length) : best;
        }

        return best;
    }
}
