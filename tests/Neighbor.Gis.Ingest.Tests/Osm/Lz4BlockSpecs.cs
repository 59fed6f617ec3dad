using FsCheck;
using FsCheck.Fluent;
using Neighbor.Gis.Ingest.Osm.Files;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

public sealed class Lz4BlockSpecs
{
    [Fact]
    public void An_empty_text_is_one_zero_byte() => Assert.Equal(0, Lz4Block.Decode([0], []));

    [Fact]
    public void Literals_come_out_as_they_went_in() => Assert.Equal("abc"u8.ToArray(), Decode([0x30, .. "abc"u8], 3));

    [Fact]
    public void A_match_repeats_what_came_before()
    {
        // three literals, then seven bytes from three back, then one literal
        byte[] block = [0x33, .. "abc"u8, 3, 0, 0x10, (byte)'!'];
        Assert.Equal("abcabcabca!"u8.ToArray(), Decode(block, 11));
    }

    [Fact]
    public void A_match_one_back_fills_with_one_byte()
    {
        byte[] block = [0x1f, (byte)'x', 1, 0, 255, 0, 0x00];
        Assert.Equal(Enumerable.Repeat((byte)'x', 1 + 15 + 255 + 4), Decode(block, 275));
    }

    [Theory]
    [InlineData("", "ends without")]
    [InlineData("30 61", "literals")]
    [InlineData("F0", "inside a length")]
    [InlineData("F0 FF", "inside a length")]
    [InlineData("10 61 01", "inside a distance")]
    [InlineData("10 61 00 00 00", "distance of 0")]
    [InlineData("10 61 02 00 00", "distance of 2")]
    [InlineData("10 61 01 00", "ends without")]
    [InlineData("1F 61 01 00 FF FF FF FF 00 00", "more than the 64")]
    public void A_malformed_block_is_refused_with_what_is_wrong(string hex, string what)
    {
        byte[] block = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var refused = Assert.Throws<Lz4BlockException>(() => Lz4Block.Decode(block, new byte[64]));
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_packed_with_matches_comes_out_again() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                bytes =>
                {
                    byte[] text = Array.ConvertAll(bytes, b => (byte)(b % 3)); // few letters, many matches
                    return text.AsSpan().SequenceEqual(Decode(Lz4Writer.Encode(text, withMatches: true), text.Length))
                        && text.AsSpan().SequenceEqual(Decode(Lz4Writer.Encode(text, withMatches: false), text.Length));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_give_what_a_slow_reading_of_the_format_gives_or_the_typed_exception() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                ArbMap.Default.ArbFor<byte>(),
                (bytes, room) => Agrees(bytes, room) && Agrees(Array.ConvertAll(bytes, b => (byte)(b & 0x33)), room)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void A_damaged_block_gives_the_same_or_the_typed_exception() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<byte>(),
                (bytes, place, with) =>
                {
                    byte[] text = Array.ConvertAll(bytes, b => (byte)(b % 2));
                    byte[] block = Lz4Writer.Encode(text, withMatches: true);
                    block[(place & int.MaxValue) % block.Length] = with;
                    return Agrees(block, text.Length);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    private static bool Agrees(byte[] block, int room)
    {
        byte[]? expected = Slow(block, room);
        byte[] guarded = new byte[room + 8]; // the guard behind the destination must stay untouched
        try
        {
            int length = Lz4Block.Decode(block, guarded.AsSpan(0, room));
            return expected is not null
                && expected.AsSpan().SequenceEqual(guarded.AsSpan(0, length))
                && !guarded.AsSpan(room).ContainsAnyExcept((byte)0);
        }
        catch (Lz4BlockException)
        {
            return expected is null && !guarded.AsSpan(room).ContainsAnyExcept((byte)0);
        }
    }

    /// <summary>The format read byte by byte from a queue into a list; null where it is broken.</summary>
    private static byte[]? Slow(byte[] block, int room)
    {
        var input = new Queue<byte>(block);
        var output = new List<byte>();
        while (input.TryDequeue(out byte token))
        {
            if (SlowLength(input, token >> 4) is not { } literals)
            {
                return null;
            }

            for (long i = 0; i < literals; i++)
            {
                if (!input.TryDequeue(out byte literal) || output.Count == room)
                {
                    return null;
                }

                output.Add(literal);
            }

            if (input.Count == 0)
            {
                return [.. output];
            }

            byte low = input.Dequeue();
            if (!input.TryDequeue(out byte high) || SlowLength(input, token & 15) is not { } more)
            {
                return null;
            }

            int distance = low + (256 * high);
            for (long i = 0; i < more + 4; i++)
            {
                if (distance == 0 || distance > output.Count || output.Count == room)
                {
                    return null;
                }

                output.Add(output[^distance]);
            }
        }

        return null;
    }

    private static long? SlowLength(Queue<byte> input, int nibble)
    {
        long length = nibble;
        byte more = nibble == 15 ? (byte)255 : (byte)0;
        while (more == 255)
        {
            if (!input.TryDequeue(out more))
            {
                return null;
            }

            length += more;
        }

        return length;
    }

    private static byte[] Decode(byte[] block, int length)
    {
        byte[] destination = new byte[length];
        Assert.Equal(length, Lz4Block.Decode(block, destination));
        return destination;
    }
}
