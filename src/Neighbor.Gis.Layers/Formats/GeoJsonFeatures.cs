using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Layers.Formats;

/// <summary>Reads features, and geometries where they stand in place of a feature.</summary>
/// <remarks>
/// <para>Source: RFC 7946, clause 3.2: <c>type</c>, <c>geometry</c> and <c>properties</c> must be there, the latter two may be null.</para>
/// </remarks>
internal static class GeoJsonFeatures
{
    /// <summary>The feature the cursor stands at.</summary>
    public static Feature Read(ref GeoJsonCursor cursor, GeoJsonGeometries geometries)
    {
        cursor.ExpectObject("a feature object");
        bool hasType = false;
        bool hasGeometry = false;
        Geometry? geometry = null;
        Dictionary<string, object?>? properties = null;
        string? id = null;
        bool isNumber = false;

        for (cursor.Read(); cursor.Reader.TokenType != System.Text.Json.JsonTokenType.EndObject; cursor.Read())
        {
            if (cursor.Reader.ValueTextEquals("type"u8))
            {
                GeoJsonGeometries.RefuseSecond(ref cursor, hasType, "type");
                hasType = true;
                cursor.Path.Enter("type");
                cursor.Read();
                if (cursor.ReadText("\"Feature\"") is var type and not "Feature")
                {
                    throw cursor.Fail(GeoJsonFault.UnknownType, $"\"{type}\"", "\"Feature\"");
                }

                cursor.Path.Leave();
            }
            else if (cursor.Reader.ValueTextEquals("geometry"u8))
            {
                GeoJsonGeometries.RefuseSecond(ref cursor, hasGeometry, "geometry");
                hasGeometry = true;
                cursor.Path.Enter("geometry");
                cursor.Read();
                geometry = geometries.ReadOrNull(ref cursor);
                cursor.Path.Leave();
            }
            else if (cursor.Reader.ValueTextEquals("properties"u8))
            {
                GeoJsonGeometries.RefuseSecond(ref cursor, properties is not null, "properties");
                cursor.Path.Enter("properties");
                cursor.Read();
                properties = GeoJsonValues.ReadProperties(ref cursor);
                cursor.Path.Leave();
            }
            else if (cursor.Reader.ValueTextEquals("id"u8))
            {
                GeoJsonGeometries.RefuseSecond(ref cursor, id is not null, "id");
                cursor.Path.Enter("id");
                cursor.Read();
                (id, isNumber) = GeoJsonValues.ReadId(ref cursor);
                cursor.Path.Leave();
            }
            else
            {
                GeoJsonGeometries.ReadForeign(ref cursor);
            }
        }

        string? missing =
            !hasType ? "type"
            : !hasGeometry ? "geometry"
            : properties is null ? "properties"
            : null;
        return missing is null
            ? new Feature(geometry, properties!, id) { IsNumberId = isNumber }
            : throw cursor.Fail(GeoJsonFault.MissingMember, $"a feature without \"{missing}\"", $"\"{missing}\"");
    }

    /// <summary>The root the cursor stands at, which is no collection: a feature, or a geometry as a feature without properties.</summary>
    public static Feature ReadRoot(ref GeoJsonCursor cursor, GeoJsonGeometries geometries, string? type)
    {
        const string Types = "FeatureCollection, Feature or a geometry type";
        return type switch
        {
            null => throw cursor.Fail(GeoJsonFault.MissingMember, "an object without \"type\"", Types),
            "Feature" => Read(ref cursor, geometries),
            "FeatureCollection" => throw cursor.Fail(
                GeoJsonFault.MissingMember,
                "a FeatureCollection without \"features\"",
                "\"features\""
            ),
            _ when GeoJsonGeometries.IsType(type) => new Feature(
                geometries.Read(ref cursor),
                new Dictionary<string, object?>()
            ),
            _ => throw cursor.Fail(GeoJsonFault.UnknownType, $"\"{type}\"", Types),
        };
    }
}
