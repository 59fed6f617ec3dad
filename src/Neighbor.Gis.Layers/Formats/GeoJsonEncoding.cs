using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Tells UTF-8, the only encoding of GeoJSON, from what else arrives.</summary>
internal static class GeoJsonEncoding
{
    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "UTF-8";

    /// <summary>The name of another encoding that the first bytes announce, or null.</summary>
    public static string? OtherEncoding(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] or [not 0, 0, 0, 0, ..] =>
                "UTF-32",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..] => "UTF-16",
            _ => null,
        };

    /// <summary>How many bytes the mark at the beginning takes, 0 without one.</summary>
    public static int MarkLength(ReadOnlySpan<byte> start) => start is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;

    /// <summary>Where the first byte stands that is not UTF-8, or -1; a character cut off by the end does not count.</summary>
    public static int FindForeignByte(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return -1;
        }

        int index = 0;
        while (index < text.Length)
        {
            OperationStatus status = Rune.DecodeFromUtf8(text[index..], out _, out int length);
            if (status == OperationStatus.InvalidData)
            {
                return index;
            }

            index += length;
        }

        return -1;
    }
}
