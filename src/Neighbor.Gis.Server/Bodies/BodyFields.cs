using System.Text.Json;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Server.Bodies;

/// <summary>The fields of one JSON object in a question's body. Whatever is wrong is collected with its path; reading goes on.</summary>
/// <remarks><para>What a wrong field gives is of no use: the question is refused when anything was wrong.</para></remarks>
public sealed class BodyFields(JsonElement element, string path, Language language, List<FieldError> errors)
{
    private const int LongestFound = 80;

    private readonly List<string> _known = [];

    /// <summary>What was wrong so far, in this object and all others of the body.</summary>
    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>Reads a body.</summary>
    public static BodyFields Of(JsonElement body, Language language)
    {
        var errors = new List<FieldError>();
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors.Add(new FieldError("body", Shortened(body), ProblemTexts.Phrase("json-object", language)));
        }

        return new BodyFields(body, "", language, errors);
    }

    /// <summary>A number that must be there.</summary>
    public double Number(string name, double least, double most)
    {
        string allowed = ProblemTexts.Phrase("number", language, ("least", least), ("most", most));
        if (Find(name, allowed, isNeeded: true) is not { } value)
        {
            return 0;
        }

        bool isNumber = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out _);
        if (!isNumber || value.GetDouble() < least || value.GetDouble() > most)
        {
            Refuse(name, value, allowed);
            return 0;
        }

        return value.GetDouble();
    }

    /// <summary>A whole number, or the usual one.</summary>
    public int Whole(string name, int least, int most, int usual)
    {
        string allowed = ProblemTexts.Phrase("whole-number", language, ("least", least), ("most", most));
        if (Find(name, allowed, isNeeded: false) is not { } value)
        {
            return usual;
        }

        if (!IsWhole(value, least, most, out int number))
        {
            Refuse(name, value, allowed);
        }

        return number;
    }

    /// <summary>Several different whole numbers in ascending order, or the usual ones.</summary>
    public IReadOnlyList<int> Wholes(string name, int least, int most, int count, IReadOnlyList<int> usual)
    {
        string allowed = ProblemTexts.Phrase(
            "whole-numbers",
            language,
            ("least", least),
            ("most", most),
            ("count", count)
        );
        if (Find(name, allowed, isNeeded: false) is not { } value)
        {
            return usual;
        }

        var numbers = new SortedSet<int>();
        bool isList =
            value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() is var length
            && length > 0
            && length <= count;
        if (isList)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                isList &= IsWhole(item, least, most, out int number) && numbers.Add(number);
            }
        }

        if (!isList)
        {
            Refuse(name, value, allowed);
        }

        return [.. numbers];
    }

    /// <summary>One of several words; <paramref name="usual"/> null means that it must be there.</summary>
    public string Word(string name, IReadOnlyList<string> words, string? usual)
    {
        string allowed = ProblemTexts.Phrase("one-of", language, ("words", string.Join(", ", words)));
        return Text(name, allowed, words.Contains, usual);
    }

    /// <summary>A word of an enumeration; <paramref name="usual"/> null means that it must be there.</summary>
    public T Word<T>(string name, T? usual)
        where T : struct, Enum
    {
        IReadOnlyList<string> words = Words.Of(typeof(T));
        string found = Word(name, words, usual is { } value ? Words.Of(value) : null);
        int place = words.ToList().IndexOf(found);
        return place < 0 ? default : Enum.GetValues<T>()[place];
    }

    /// <summary>A text that a rule allows; <paramref name="usual"/> null means that it must be there.</summary>
    public string Text(string name, string allowed, Func<string, bool> isAllowed, string? usual)
    {
        if (Find(name, allowed, isNeeded: usual is null) is not { } value)
        {
            return usual ?? "";
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && isAllowed(text))
        {
            return text;
        }

        Refuse(name, value, allowed);
        return usual ?? "";
    }

    /// <summary>An object inside; null where it is not there and need not be.</summary>
    public BodyFields? Inner(string name, bool isNeeded)
    {
        string allowed = ProblemTexts.Phrase("json-object", language);
        if (Find(name, allowed, isNeeded) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Refuse(name, value, allowed);
            return null;
        }

        return new BodyFields(value, PathOf(name), language, errors);
    }

    /// <summary>A list of objects inside.</summary>
    public IReadOnlyList<BodyFields> Inners(string name, int least, int most) =>
        [
            .. Items(name, least, most)
                .Select((item, index) => (Item: item, Path: $"{PathOf(name)}[{index}]"))
                .Where(pair => IsObject(pair.Item, pair.Path))
                .Select(pair => new BodyFields(pair.Item, pair.Path, language, errors)),
        ];

    /// <summary>A list of GeoJSON lines and areas.</summary>
    public IReadOnlyList<Geometry> LinesAndAreas(string name, int most)
    {
        var found = new List<Geometry>();
        int index = 0;
        foreach (JsonElement item in Items(name, 0, most))
        {
            string at = $"{PathOf(name)}[{index++}]";
            try
            {
                Geometry geometry = GeoJsonReader.ReadGeometry(JsonSerializer.SerializeToUtf8Bytes(item));
                bool canClose =
                    geometry is LineString or MultiLineString or Polygon or MultiPolygon
                    && !geometry.IsEmpty
                    && geometry.IsValid;
                if (canClose)
                {
                    found.Add(geometry);
                    continue;
                }

                errors.Add(new FieldError(at, geometry.GeometryType, ProblemTexts.Phrase("line-or-area", language)));
            }
            catch (GeoJsonException fault)
            {
                string place = at + fault.Path.TrimStart('$');
                errors.Add(new FieldError(place, fault.Found, fault.Allowed));
            }
        }

        return found;
    }

    /// <summary>Refuses members that nobody has asked for: a misspelt one must not go unheeded.</summary>
    public void RefuseOthers()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!_known.Contains(member.Name, StringComparer.Ordinal))
            {
                errors.Add(
                    new FieldError(
                        PathOf(member.Name),
                        Shortened(member.Value),
                        ProblemTexts.Phrase("known-fields", language, ("words", string.Join(", ", _known)))
                    )
                );
            }
        }
    }

    private JsonElement[] Items(string name, int least, int most)
    {
        string allowed = ProblemTexts.Phrase("json-list", language, ("least", least), ("most", most));
        if (Find(name, allowed, isNeeded: least > 0) is not { } value)
        {
            return [];
        }

        bool isList =
            value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() is var length
            && length >= least
            && length <= most;
        if (!isList)
        {
            string found =
                value.ValueKind == JsonValueKind.Array
                    ? ProblemTexts.Phrase("list-of", language, ("count", value.GetArrayLength()))
                    : Shortened(value);
            errors.Add(new FieldError(PathOf(name), found, allowed));
            return [];
        }

        return [.. value.EnumerateArray()];
    }

    private bool IsObject(JsonElement item, string at)
    {
        bool isObject = item.ValueKind == JsonValueKind.Object;
        if (!isObject)
        {
            errors.Add(new FieldError(at, Shortened(item), ProblemTexts.Phrase("json-object", language)));
        }

        return isObject;
    }

    private JsonElement? Find(string name, string allowed, bool isNeeded)
    {
        _known.Add(name);
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value))
        {
            return value;
        }

        if (isNeeded && element.ValueKind == JsonValueKind.Object)
        {
            errors.Add(new FieldError(PathOf(name), null, allowed));
        }

        return null;
    }

    private void Refuse(string name, JsonElement value, string allowed) =>
        errors.Add(new FieldError(PathOf(name), Shortened(value), allowed));

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static bool IsWhole(JsonElement value, int least, int most, out int number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out number)
            && number >= least
            && number <= most;
    }

    private static string Shortened(JsonElement value)
    {
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.Length <= LongestFound ? text : text[..LongestFound] + "…";
    }
}
