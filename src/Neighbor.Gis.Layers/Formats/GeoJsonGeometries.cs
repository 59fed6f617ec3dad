using System.Text.Json;
using NetTopologySuite.Geometries;
using static System.FormattableString;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Reads geometries. An instance serves one reader, and is reused for all its features.</summary>
/// <remarks>
/// <para>Source: RFC 7946, clause 3.1. A third number (height) is checked and left out: nothing here has heights.</para>
/// </remarks>
internal sealed class GeoJsonGeometries(GeoJsonReaderOptions options)
{
    /// <summary>The types of geometries, for messages.</summary>
    public const string Types =
        "Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon or GeometryCollection";

    private readonly GeometryFactory _factory = options.Factory;
    private double[] _numbers = new double[256];
    private int _count;

    /// <summary>How many open rings have been closed.</summary>
    public int ClosedRings { get; private set; }

    /// <summary>Whether GeoJSON has a geometry of this type.</summary>
    public static bool IsType(string type) =>
        type
            is "Point"
                or "MultiPoint"
                or "LineString"
                or "MultiLineString"
                or "Polygon"
                or "MultiPolygon"
                or "GeometryCollection";

    /// <summary>The geometry the cursor stands at, or null.</summary>
    public Geometry? ReadOrNull(ref GeoJsonCursor cursor) =>
        cursor.Reader.TokenType == JsonTokenType.Null ? null : Read(ref cursor);

    /// <summary>The geometry the cursor stands at.</summary>
    public Geometry Read(ref GeoJsonCursor cursor)
    {
        cursor.ExpectObject("a geometry object or null");
        string? type = null;
        Geometry? geometry = null;
        Utf8JsonReader coordinates = default;
        Utf8JsonReader geometries = default;
        bool hasCoordinates = false;
        bool hasGeometries = false;

        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndObject; cursor.Read())
        {
            if (cursor.Reader.ValueTextEquals("type"u8))
            {
                RefuseSecond(ref cursor, type is not null, "type");
                cursor.Path.Enter("type");
                cursor.Read();
                type = cursor.ReadText(Types);
                if (!IsType(type))
                {
                    throw cursor.Fail(GeoJsonFault.UnknownType, $"\"{type}\"", Types);
                }

                cursor.Path.Leave();
            }
            else if (cursor.Reader.ValueTextEquals("coordinates"u8))
            {
                RefuseSecond(ref cursor, hasCoordinates, "coordinates");
                hasCoordinates = true;
                coordinates = cursor.Reader;
                if (type is null or "GeometryCollection")
                {
                    cursor.SkipMember();
                }
                else
                {
                    geometry = ReadCoordinates(ref cursor, type);
                }
            }
            else if (cursor.Reader.ValueTextEquals("geometries"u8))
            {
                RefuseSecond(ref cursor, hasGeometries, "geometries");
                hasGeometries = true;
                geometries = cursor.Reader;
                cursor.SkipMember();
            }
            else
            {
                ReadForeign(ref cursor);
            }
        }

        if (type is null)
        {
            throw cursor.Fail(GeoJsonFault.MissingMember, "a geometry without \"type\"", Types);
        }

        string needed = type == "GeometryCollection" ? "geometries" : "coordinates";
        if (!(type == "GeometryCollection" ? hasGeometries : hasCoordinates))
        {
            throw cursor.Fail(GeoJsonFault.MissingMember, $"a {type} without \"{needed}\"", $"\"{needed}\"");
        }

        if (geometry is null)
        {
            Utf8JsonReader end = cursor.Reader;
            cursor.Reader = type == "GeometryCollection" ? geometries : coordinates;
            geometry = type == "GeometryCollection" ? ReadCollection(ref cursor) : ReadCoordinates(ref cursor, type);
            cursor.Reader = end;
        }

        return geometry;
    }

    /// <summary>Goes over a member that is not the object's own, watching for a legacy <c>crs</c> and for bounds.</summary>
    public static void ReadForeign(ref GeoJsonCursor cursor)
    {
        if (cursor.Reader.ValueTextEquals("bbox"u8))
        {
            cursor.Path.Enter("bbox");
            cursor.Read();
            GeoJsonValues.CheckBounds(ref cursor);
            cursor.Path.Leave();
        }
        else if (cursor.Reader.ValueTextEquals("crs"u8))
        {
            cursor.Path.Enter("crs");
            cursor.Read();
            string name = GeoJsonValues.ReadCrsName(ref cursor);
            if (cursor.CrsName is string other && other != name)
            {
                throw cursor.Fail(
                    GeoJsonFault.TwoReferenceSystems,
                    name,
                    $"one for the whole file, and it was {other}"
                );
            }

            cursor.CrsName = name;
            cursor.Path.Leave();
        }
        else
        {
            cursor.SkipMember();
        }
    }

    /// <summary>Refuses a member that has been read before.</summary>
    public static void RefuseSecond(ref GeoJsonCursor cursor, bool isSecond, string member)
    {
        if (isSecond)
        {
            throw cursor.Fail(GeoJsonFault.RepeatedMember, $"a second \"{member}\"", "one");
        }
    }

    private GeometryCollection ReadCollection(ref GeoJsonCursor cursor)
    {
        cursor.Path.Enter("geometries");
        cursor.Read();
        cursor.ExpectArray("an array of geometries");
        List<Geometry> members = [];
        cursor.Path.EnterArray();
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndArray; cursor.Read())
        {
            cursor.Path.MoveTo(members.Count);
            members.Add(Read(ref cursor));
        }

        cursor.Path.Leave();
        cursor.Path.Leave();
        return _factory.CreateGeometryCollection([.. members]);
    }

    private Geometry ReadCoordinates(ref GeoJsonCursor cursor, string type)
    {
        cursor.Path.Enter("coordinates");
        cursor.Read();
        cursor.ExpectArray("an array");
        Geometry geometry = type switch
        {
            "Point" => ReadPoint(ref cursor),
            "MultiPoint" => _factory.CreateMultiPoint(ReadSequence(ref cursor)),
            "LineString" => ReadLine(ref cursor),
            "MultiLineString" => _factory.CreateMultiLineString([.. ReadLines(ref cursor)]),
            "Polygon" => ReadPolygon(ref cursor),
            _ => _factory.CreateMultiPolygon([.. ReadPolygons(ref cursor)]),
        };
        cursor.Path.Leave();
        return geometry;
    }

    private Point ReadPoint(ref GeoJsonCursor cursor)
    {
        Utf8JsonReader ahead = cursor.Reader;
        if (ahead.Read() && ahead.TokenType == JsonTokenType.EndArray)
        {
            cursor.Read();
            return _factory.CreatePoint();
        }

        _count = 0;
        ReadPosition(ref cursor);
        return _factory.CreatePoint(TakeSequence());
    }

    private LineString ReadLine(ref GeoJsonCursor cursor)
    {
        CoordinateSequence positions = ReadSequence(ref cursor);
        return positions.Count == 1
            ? throw cursor.Fail(GeoJsonFault.LineTooShort, "1 position", "2 positions or more")
            : _factory.CreateLineString(positions);
    }

    private List<LineString> ReadLines(ref GeoJsonCursor cursor)
    {
        List<LineString> lines = [];
        cursor.Path.EnterArray();
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndArray; cursor.Read())
        {
            cursor.Path.MoveTo(lines.Count);
            cursor.ExpectArray("an array of positions");
            lines.Add(ReadLine(ref cursor));
        }

        cursor.Path.Leave();
        return lines;
    }

    private Polygon ReadPolygon(ref GeoJsonCursor cursor)
    {
        LinearRing? shell = null;
        List<LinearRing> holes = [];
        int ring = 0;
        cursor.Path.EnterArray();
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndArray; cursor.Read())
        {
            cursor.Path.MoveTo(ring++);
            LinearRing read = ReadRing(ref cursor);
            if (shell is null)
            {
                shell = read;
            }
            else
            {
                holes.Add(read);
            }
        }

        cursor.Path.Leave();
        return _factory.CreatePolygon(shell, [.. holes]);
    }

    private List<Polygon> ReadPolygons(ref GeoJsonCursor cursor)
    {
        List<Polygon> polygons = [];
        cursor.Path.EnterArray();
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndArray; cursor.Read())
        {
            cursor.Path.MoveTo(polygons.Count);
            cursor.ExpectArray("an array of rings");
            polygons.Add(ReadPolygon(ref cursor));
        }

        cursor.Path.Leave();
        return polygons;
    }

    private LinearRing ReadRing(ref GeoJsonCursor cursor)
    {
        cursor.ExpectArray("an array of positions");
        ReadNumbers(ref cursor);
        bool isClosed = _count > 0 && _numbers[0] == _numbers[_count - 2] && _numbers[1] == _numbers[_count - 1];
        if (!isClosed && options.CloseRings && _count >= 6)
        {
            Add(_numbers[0], _numbers[1]);
            ClosedRings++;
            isClosed = true;
        }

        if (_count < 8)
        {
            throw cursor.Fail(GeoJsonFault.RingTooShort, $"{_count / 2} positions", "4 positions or more");
        }

        return isClosed
            ? _factory.CreateLinearRing(TakeSequence())
            : throw cursor.Fail(
                GeoJsonFault.RingNotClosed,
                Invariant($"[{_numbers[_count - 2]}, {_numbers[_count - 1]}] at the end"),
                Invariant($"the first position, [{_numbers[0]}, {_numbers[1]}]")
            );
    }

    private CoordinateSequence ReadSequence(ref GeoJsonCursor cursor)
    {
        ReadNumbers(ref cursor);
        return TakeSequence();
    }

    private void ReadNumbers(ref GeoJsonCursor cursor)
    {
        _count = 0;
        cursor.Path.EnterArray();
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndArray; cursor.Read())
        {
            cursor.Path.MoveTo(_count / 2);
            cursor.ExpectArray("a position, [longitude, latitude]");
            ReadPosition(ref cursor);
        }

        cursor.Path.Leave();
    }

    private void ReadPosition(ref GeoJsonCursor cursor)
    {
        const string Allowed = "[longitude, latitude] in degrees, longitude first: -180 to 180, -90 to 90";
        Utf8JsonReader start = cursor.Reader;
        double x = 0;
        double y = 0;
        int ordinate = 0;
        for (cursor.Read(); cursor.Reader.TokenType != JsonTokenType.EndArray; cursor.Read(), ordinate++)
        {
            cursor.Expect(JsonTokenType.Number, "a number");
            if (!cursor.Reader.TryGetDouble(out double number) || !double.IsFinite(number))
            {
                throw cursor.Fail(GeoJsonFault.NotFinite, cursor.ExcerptToken(), "a finite number");
            }

            x = ordinate == 0 ? number : x;
            y = ordinate == 1 ? number : y;
        }

        if (ordinate < 2)
        {
            throw cursor.Fail(GeoJsonFault.PositionTooShort, $"{ordinate} numbers", Allowed, start.TokenStartIndex);
        }

        if (options.RefuseOutOfRange && (Math.Abs(x) > 180 || Math.Abs(y) > 90))
        {
            throw cursor.FailOutOfRange(Invariant($"[{x}, {y}]"), Allowed, start.TokenStartIndex, new Position(x, y));
        }

        Add(x, y);
    }

    private void Add(double x, double y)
    {
        if (_count + 2 > _numbers.Length)
        {
            Array.Resize(ref _numbers, _numbers.Length * 2);
        }

        _numbers[_count++] = x;
        _numbers[_count++] = y;
    }

    private CoordinateSequence TakeSequence()
    {
        CoordinateSequence sequence = _factory.CoordinateSequenceFactory.Create(_count / 2, Ordinates.XY);
        for (int i = 0; i < _count; i += 2)
        {
            sequence.SetX(i / 2, _numbers[i]);
            sequence.SetY(i / 2, _numbers[i + 1]);
        }

        return sequence;
    }
}
