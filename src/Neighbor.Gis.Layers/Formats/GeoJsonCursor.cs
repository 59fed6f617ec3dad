using System.Text;
using System.Text.Json;
using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Walks over one value that is wholly in memory, and knows where it is when something is wrong.</summary>
internal ref struct GeoJsonCursor(ReadOnlySpan<byte> text, long textStart, GeoJsonWindow window, GeoJsonPath path)
{
    private const int ExcerptBytes = 32;
    private const int MaxDepth = 64; // System.Text.Json's own

    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>The reader; a copy of it is a bookmark.</summary>
    public Utf8JsonReader Reader = new(text, isFinalBlock: true, default);

    /// <summary>The feature being read, or null.</summary>
    public long? FeatureIndex { get; init; }

    /// <summary>The way from the root.</summary>
    public readonly GeoJsonPath Path => path;

    /// <summary>The legacy reference system of the file, once read.</summary>
    public string? CrsName { get; set; }

    /// <summary>Goes to the next token.</summary>
    public void Read()
    {
        if (!Reader.Read())
        {
            throw NotJson();
        }
    }

    /// <summary>Goes over the value of the member the reader stands at.</summary>
    public void SkipMember()
    {
        Read();
        Reader.Skip();
    }

    /// <summary>Checks that the reader stands at the beginning of an array.</summary>
    public readonly void ExpectArray(string allowed) => Expect(JsonTokenType.StartArray, allowed);

    /// <summary>Checks that the reader stands at the beginning of an object.</summary>
    public readonly void ExpectObject(string allowed) => Expect(JsonTokenType.StartObject, allowed);

    /// <summary>The text the reader stands at.</summary>
    public readonly string ReadText(string allowed)
    {
        Expect(JsonTokenType.String, allowed);
        return GetText();
    }

    /// <summary>The text or member name the reader stands at, its kind being known.</summary>
    public readonly string GetText()
    {
        try
        {
            return Reader.GetString()!;
        }
        catch (InvalidOperationException) // half a surrogate pair, written as \ud800
        {
            throw Fail(GeoJsonFault.NotUtf8, Excerpt(Reader.TokenStartIndex), "whole Unicode characters");
        }
    }

    /// <summary>Checks the kind of the value the reader stands at.</summary>
    public readonly void Expect(JsonTokenType kind, string allowed)
    {
        if (Reader.TokenType != kind)
        {
            throw Fail(GeoJsonFault.WrongKind, ExcerptToken(), allowed);
        }
    }

    /// <summary>What is wrong with the value the reader stands at.</summary>
    public readonly GeoJsonException Fail(GeoJsonFault fault, string found, string allowed) =>
        Fail(fault, found, allowed, Reader.TokenStartIndex);

    /// <summary>Refuses a text that holds bytes which are not UTF-8.</summary>
    public readonly void RefuseForeignBytes()
    {
        int index = GeoJsonEncoding.FindForeignByte(_text);
        if (index >= 0)
        {
            throw Fail(GeoJsonFault.NotUtf8, $"the byte 0x{_text[index]:X2}", GeoJsonEncoding.Allowed, index);
        }
    }

    /// <summary>What is wrong with the JSON itself, just behind what could be read.</summary>
    public readonly GeoJsonException NotJson()
    {
        Utf8JsonReader reader = Reader;
        return NotJson(ref reader, default);
    }

    /// <summary>What is wrong with the JSON itself, just behind what <paramref name="reader"/> could read.</summary>
    public readonly GeoJsonException NotJson(ref Utf8JsonReader reader, JsonReaderState before)
    {
        RefuseForeignBytes();
        long index = reader.BytesConsumed;
        while (index < _text.Length && _text[(int)index] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            index++;
        }

        if (window.IsAtEnd && IsWholeSoFar(before))
        {
            return Fail(GeoJsonFault.Truncated, "the end of the text", "the rest of it", _text.Length);
        }

        bool isTooDeep =
            reader.CurrentDepth >= MaxDepth - 1
            && reader.TokenType is not JsonTokenType.Number
            && index < _text.Length
            && _text[(int)index] is (byte)'{' or (byte)'[';
        return isTooDeep
            ? Fail(GeoJsonFault.NotJson, "values nested too deep", $"{MaxDepth} levels", index)
            : Fail(GeoJsonFault.NotJson, Excerpt(index), "JSON (RFC 8259)", index);
    }

    /// <summary>A position that is no place on earth.</summary>
    public readonly GeoJsonException FailOutOfRange(string found, string allowed, long index, Position position) =>
        Fail(GeoJsonFault.OutOfRange, found, allowed, index, position);

    /// <summary>What is wrong with the byte at <paramref name="index"/>.</summary>
    public readonly GeoJsonException Fail(
        GeoJsonFault fault,
        string found,
        string allowed,
        long index,
        Position? outOfRange = null
    )
    {
        long offset = textStart + index;
        (long line, long column) = window.Locate(offset);
        return new GeoJsonException(
            fault,
            found,
            allowed,
            new GeoJsonPlace(FeatureIndex, path.ToString(), offset, line, column)
        )
        {
            CrsName = CrsName,
            OutOfRange = outOfRange,
        };
    }

    /// <summary>The value the reader stands at, shortened to what fits in a message.</summary>
    public readonly string ExcerptToken() =>
        Reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject
            ? Excerpt(Reader.TokenStartIndex)
            : Excerpt(Reader.TokenStartIndex, Reader.BytesConsumed);

    /// <summary>The text from <paramref name="index"/> on, shortened to what fits in a message.</summary>
    public readonly string Excerpt(long index, long end = long.MaxValue)
    {
        ReadOnlySpan<byte> rest = _text[(int)Math.Min(index, _text.Length)..(int)Math.Min(end, _text.Length)];
        int lineEnd = rest.IndexOfAny((byte)'\n', (byte)'\r');
        rest = lineEnd > 0 ? rest[..lineEnd] : rest;
        bool isShortened = rest.Length > ExcerptBytes;
        string excerpt = Encoding.UTF8.GetString(isShortened ? rest[..ExcerptBytes] : rest).TrimEnd('\uFFFD', ' ');
        return isShortened ? excerpt + "…" : excerpt;
    }

    /// <summary>Whether the text is good JSON as far as it goes, so that only its end is missing.</summary>
    private readonly bool IsWholeSoFar(JsonReaderState before)
    {
        Utf8JsonReader again = new(_text, isFinalBlock: false, before);
        try
        {
            while (again.Read()) { }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
