using System.Text.Json;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>
/// Walks over the root object: its members in any order, and the features one at a time. It works on the bytes that are
/// there and asks for more; where they come from is the caller's.
/// </summary>
internal sealed class GeoJsonWalk(GeoJsonWindow window, GeoJsonReaderOptions options)
{
    private const string RootTypes = "FeatureCollection, Feature or a geometry type";

    private readonly GeoJsonPath _path = new();
    private JsonReaderState _state;
    private Stage _stage;
    private long _rootStart;
    private string? _type;
    private bool _hasFeatures;

    /// <summary>What one step ended with.</summary>
    public enum Ending
    {
        /// <summary>A step was made; make the next.</summary>
        Stepped,

        /// <summary>The bytes in memory are not enough.</summary>
        NeedsBytes,

        /// <summary>A feature was read.</summary>
        Feature,

        /// <summary>The text has ended.</summary>
        Done,
    }

    private enum Stage
    {
        Start,
        Members,
        Features,
        Behind,
        Done,
    }

    /// <summary>Reads geometries.</summary>
    public GeoJsonGeometries Geometries { get; } = new(options);

    /// <summary>Whether the root must be a geometry.</summary>
    public bool AllowsOnlyGeometry { get; set; }

    /// <summary>How many features have been read.</summary>
    public long Count { get; private set; }

    /// <summary>The legacy reference system, once read.</summary>
    public string? CrsName { get; private set; }

    /// <summary>Goes on to the next feature, as far as the bytes allow.</summary>
    public Ending Advance(out Feature? feature)
    {
        feature = null;
        Ending ending;
        do
        {
            ending = Step(out feature);
        } while (ending == Ending.Stepped);

        return ending;
    }

    private Ending Step(out Feature? feature)
    {
        feature = null;
        Utf8JsonReader reader = new(window.Unread, window.IsAtEnd, _state);
        try
        {
            return _stage switch
            {
                Stage.Start => Begin(ref reader),
                Stage.Members => ReadMember(ref reader, out feature),
                Stage.Features => ReadElement(ref reader, out feature),
                Stage.Behind => End(ref reader),
                _ => Ending.Done,
            };
        }
        catch (JsonException)
        {
            throw NotJson(ref reader);
        }
    }

    private Ending Begin(ref Utf8JsonReader reader)
    {
        if (window.Unread.Length < 4 && !window.IsAtEnd)
        {
            return Ending.NeedsBytes;
        }

        if (window.Start == 0)
        {
            if (GeoJsonEncoding.OtherEncoding(window.Unread) is string other)
            {
                throw Over(window.Unread, 0).Fail(GeoJsonFault.NotUtf8, other, GeoJsonEncoding.Allowed, 0);
            }

            int mark = GeoJsonEncoding.MarkLength(window.Unread);
            if (mark > 0)
            {
                window.Advance(mark);
                return Ending.Stepped;
            }
        }

        if (!reader.Read())
        {
            return Ending.NeedsBytes;
        }

        _rootStart = window.Start + reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            GeoJsonCursor cursor = Over(window.Unread, 0);
            throw cursor.Fail(
                GeoJsonFault.WrongKind,
                cursor.Excerpt(reader.TokenStartIndex),
                "a GeoJSON object",
                reader.TokenStartIndex
            );
        }

        return Commit(ref reader, Stage.Members);
    }

    /// <summary>One member of the root, or its end.</summary>
    private Ending ReadMember(ref Utf8JsonReader reader, out Feature? feature)
    {
        feature = null;
        if (!reader.Read())
        {
            return Ending.NeedsBytes;
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            feature = _hasFeatures ? null : ReadSingle();
            CheckType(ref reader);
            Ending ending = Commit(ref reader, Stage.Behind);
            return feature is null ? ending : Ending.Feature;
        }

        bool isType = reader.ValueTextEquals("type"u8);
        bool isCrs = reader.ValueTextEquals("crs"u8);
        bool isFeatures = reader.ValueTextEquals("features"u8) && _type is null or "FeatureCollection";
        if (!reader.Read())
        {
            return Ending.NeedsBytes;
        }

        if (isFeatures)
        {
            return BeginFeatures(ref reader);
        }

        long start = reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return Ending.NeedsBytes;
        }

        if (isType || isCrs)
        {
            GeoJsonCursor cursor = Over(window.Unread[..(int)reader.BytesConsumed][(int)start..], start);
            ReadRootMember(ref cursor, isType);
        }

        return Commit(ref reader, Stage.Members);
    }

    private void ReadRootMember(ref GeoJsonCursor cursor, bool isType)
    {
        cursor.Read();
        cursor.Path.Enter(isType ? "type" : "crs");
        if (isType)
        {
            GeoJsonGeometries.RefuseSecond(ref cursor, _type is not null, "type");
            _type = cursor.ReadText(RootTypes);
            if (AllowsOnlyGeometry && !GeoJsonGeometries.IsType(_type))
            {
                throw cursor.Fail(GeoJsonFault.UnknownType, $"\"{_type}\"", GeoJsonGeometries.Types);
            }
        }
        else
        {
            TakeCrs(ref cursor, GeoJsonValues.ReadCrsName(ref cursor));
        }

        cursor.Path.Leave();
    }

    private void TakeCrs(ref GeoJsonCursor cursor, string name)
    {
        if (CrsName is string other && other != name)
        {
            throw cursor.Fail(GeoJsonFault.TwoReferenceSystems, name, $"one for the whole file, and it was {other}");
        }

        CrsName = name;
    }

    private Ending BeginFeatures(ref Utf8JsonReader reader)
    {
        _path.Enter("features");
        GeoJsonCursor cursor = Over(window.Unread, 0);
        if (_hasFeatures)
        {
            throw cursor.Fail(GeoJsonFault.RepeatedMember, "a second \"features\"", "one", reader.TokenStartIndex);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            string found = cursor.Excerpt(reader.TokenStartIndex);
            throw cursor.Fail(GeoJsonFault.WrongKind, found, "an array of features", reader.TokenStartIndex);
        }

        _hasFeatures = true;
        window.KeepsAll = false; // from here on nothing is read twice
        _path.EnterArray();
        return Commit(ref reader, Stage.Features);
    }

    private Ending ReadElement(ref Utf8JsonReader reader, out Feature? feature)
    {
        feature = null;
        _path.MoveTo(Count);
        if (!reader.Read())
        {
            return Ending.NeedsBytes;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _path.Clear();
            return Commit(ref reader, Stage.Members);
        }

        long start = reader.TokenStartIndex;
        bool isWhole;
        try
        {
            isWhole = reader.TrySkip();
        }
        catch (JsonException)
        {
            // Reading member by member finds the same fault, and knows the path to it.
            ReadFeature(Over(window.Unread[(int)start..], start, Count));
            throw;
        }

        if (!isWhole)
        {
            return Ending.NeedsBytes;
        }

        feature = ReadFeature(Over(window.Unread[..(int)reader.BytesConsumed][(int)start..], start, Count));
        Count++;
        Commit(ref reader, Stage.Features);
        return Ending.Feature;
    }

    private Feature ReadFeature(GeoJsonCursor cursor)
    {
        try
        {
            cursor.RefuseForeignBytes();
            cursor.Read();
            Feature feature = GeoJsonFeatures.Read(ref cursor, Geometries);
            CrsName = cursor.CrsName;
            return feature;
        }
        catch (JsonException)
        {
            throw cursor.NotJson();
        }
    }

    private Feature ReadSingle()
    {
        GeoJsonCursor cursor = Over(window.Kept[(int)_rootStart..], _rootStart - window.Start);
        try
        {
            cursor.RefuseForeignBytes();
            cursor.Read();
            Feature feature = GeoJsonFeatures.ReadRoot(ref cursor, Geometries, _type);
            CrsName = cursor.CrsName;
            Count = 1;
            return feature;
        }
        catch (JsonException)
        {
            throw cursor.NotJson();
        }
    }

    private void CheckType(ref Utf8JsonReader reader)
    {
        if (_hasFeatures && _type != "FeatureCollection")
        {
            throw Over(window.Unread, 0)
                .Fail(
                    _type is null ? GeoJsonFault.MissingMember : GeoJsonFault.UnknownType,
                    _type is null ? "\"features\" without \"type\"" : $"\"features\" in a {_type}",
                    "\"FeatureCollection\"",
                    reader.TokenStartIndex
                );
        }
    }

    private Ending End(ref Utf8JsonReader reader)
    {
        if (reader.Read()) // never: what follows a whole root is refused
        {
            throw NotJson(ref reader);
        }

        if (!window.IsAtEnd)
        {
            return Ending.NeedsBytes;
        }

        _stage = Stage.Done;
        return Ending.Done;
    }

    private Ending Commit(ref Utf8JsonReader reader, Stage next)
    {
        _state = reader.CurrentState;
        window.Advance(reader.BytesConsumed);
        _stage = next;
        return Ending.Stepped;
    }

    private GeoJsonCursor Over(ReadOnlySpan<byte> text, long start, long? featureIndex = null) =>
        new(text, window.Start + start, window, _path) { FeatureIndex = featureIndex, CrsName = CrsName };

    private GeoJsonException NotJson(ref Utf8JsonReader reader)
    {
        long? featureIndex = _stage == Stage.Features ? Count : null;
        return Over(window.Unread, 0, featureIndex).NotJson(ref reader, _state);
    }
}
