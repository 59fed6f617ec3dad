using System.Text.Json;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Reads what a feature says about itself: plain JSON values.</summary>
internal static class GeoJsonValues
{
    /// <summary>The properties the cursor stands at: an object or null.</summary>
    public static Dictionary<string, object?> ReadProperties(ref GeoJsonCursor cursor)
    {
        if (cursor.Reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        cursor.ExpectObject("an object or null");
        return ReadObject(ref cursor);
    }

    /// <summary>The identity the cursor stands at: a text or a number, kept as it is written.</summary>
    public static (string Id, bool IsNumber) ReadId(ref GeoJsonCursor cursor)
    {
        if (cursor.Reader.TokenType == JsonTokenType.Number)
        {
            return (System.Text.Encoding.UTF8.GetString(cursor.Reader.ValueSpan), true);
        }

        return (cursor.ReadText("a text or a number"), false);
    }

    /// <summary>Checks the bounds the cursor stands at; they say nothing that the geometry does not.</summary>
    public static void CheckBounds(ref GeoJsonCursor cursor)
    {
        const string Allowed = "2, 4 or more numbers for each of the two corners";
        if (cursor.Reader.TokenType == JsonTokenType.Null)
        {
            return; // not allowed by the letter, and written by many
        }

        cursor.ExpectArray(Allowed);
        int count = 0;
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndArray; cursor.Read())
        {
            cursor.Expect(JsonTokenType.Number, Allowed);
            count++;
        }

        if (count < 4 || count % 2 != 0)
        {
            throw cursor.Fail(GeoJsonFault.WrongKind, $"{count} numbers", Allowed);
        }
    }

    /// <summary>The name a legacy <c>crs</c> member gives; the cursor stands at its value.</summary>
    public static string ReadCrsName(ref GeoJsonCursor cursor)
    {
        if (cursor.Reader.TokenType == JsonTokenType.Null)
        {
            return "null";
        }

        cursor.ExpectObject("an object or null");
        Dictionary<string, object?> crs = ReadObject(ref cursor);
        if (crs.GetValueOrDefault("properties") is IReadOnlyDictionary<string, object?> properties)
        {
            if (properties.GetValueOrDefault("name") is string name)
            {
                return name;
            }

            if (properties.GetValueOrDefault("href") is string address)
            {
                return address;
            }

            if (properties.GetValueOrDefault("code") is { } code)
            {
                return $"{crs.GetValueOrDefault("type")}:{code}";
            }
        }

        return "unnamed";
    }

    private static Dictionary<string, object?> ReadObject(ref GeoJsonCursor cursor)
    {
        Dictionary<string, object?> members = [];
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndObject; cursor.Read())
        {
            string name = cursor.GetText();
            cursor.Path.Enter(name);
            if (members.ContainsKey(name))
            {
                throw cursor.Fail(GeoJsonFault.RepeatedMember, $"a second \"{name}\"", "one");
            }

            cursor.Read();
            members.Add(name, ReadValue(ref cursor));
            cursor.Path.Leave();
        }

        return members;
    }

    private static List<object?> ReadList(ref GeoJsonCursor cursor)
    {
        List<object?> values = [];
        cursor.Path.EnterArray();
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndArray; cursor.Read())
        {
            cursor.Path.MoveTo(values.Count);
            values.Add(ReadValue(ref cursor));
        }

        cursor.Path.Leave();
        return values;
    }

    private static object? ReadValue(ref GeoJsonCursor cursor) =>
        cursor.Reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref cursor),
            JsonTokenType.StartArray => ReadList(ref cursor),
            JsonTokenType.String => cursor.GetText(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => ReadNumber(ref cursor),
            _ => null,
        };

    private static object ReadNumber(ref GeoJsonCursor cursor)
    {
        if (cursor.Reader.TryGetInt64(out long whole))
        {
            return whole;
        }

        return cursor.Reader.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw cursor.Fail(GeoJsonFault.NotFinite, cursor.ExcerptToken(), "a number a double can hold");
    }
}
