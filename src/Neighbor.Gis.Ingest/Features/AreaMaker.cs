using System.Globalization;
using Neighbor.Gis.Layers.Formats;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Spatial.Distances;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Ingest.Features;

/// <summary>Makes areas of features, one after the other, and keeps account of what was refused and mended.</summary>
internal sealed class AreaMaker(AreasImportOptions options)
{
    /// <summary>Where GCJ-02, BD-09 and CGCS2000 are used: the area of use of EPSG:4490.</summary>
    private static readonly Envelope China = new(73.62, 134.77, 3.8, 53.56);

    private readonly Dictionary<AreaCode, long> _seen = [];

    public List<Area> Areas { get; } = [];

    public List<AreaProblem> Problems { get; } = [];

    public List<AreaRepair> Repairs { get; } = [];

    public List<AreaCode> PartlyShifted { get; } = [];

    /// <summary>Takes the feature at <paramref name="index"/> of the file.</summary>
    public void Take(Feature feature, long index)
    {
        string? name = options.Name ?? Find(feature, options.NameProperty, AreasImport.NameProperties);
        int before = Problems.Count;
        AreaCode? code = ReadCode(feature, index, name);
        if (string.IsNullOrWhiteSpace(name))
        {
            string looked = options.NameProperty ?? string.Join(", ", AreasImport.NameProperties);
            Refuse(AreaFault.NoName, index, name, looked, PropertyNames(feature), looked);
        }

        MultiPolygon? polygons = ReadPolygons(feature, index, name);
        if (Problems.Count > before || code is not AreaCode valid || polygons is null)
        {
            return;
        }

        if (Mend(Shift(polygons, valid), valid, name!, index) is MultiPolygon ground)
        {
            Areas.Add(
                new Area
                {
                    Code = valid,
                    Name = name!.Trim(),
                    Geom = ground,
                    Source = options.Source,
                    ValidFrom = options.ValidFrom,
                }
            );
        }
    }

    private static string? Find(Feature feature, string? property, IReadOnlyList<string> candidates)
    {
        foreach (string candidate in property is null ? candidates : [property])
        {
            foreach ((string key, object? value) in feature.Properties)
            {
                if (
                    string.Equals(key, candidate, StringComparison.OrdinalIgnoreCase)
                    && value is string or long or double
                    && Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text
                )
                {
                    return text.Trim();
                }
            }
        }

        return null;
    }

    private static string PropertyNames(Feature feature) => string.Join(", ", feature.Properties.Keys);

    private AreaCode? ReadCode(Feature feature, long index, string? name)
    {
        if (options.Code is AreaCode given)
        {
            return Check(given, index, name);
        }

        string? text = Find(feature, options.CodeProperty, AreasImport.CodeProperties);
        if (text is null && options.CodeProperty is null)
        {
            text = feature.Id;
        }

        string field = options.CodeProperty ?? string.Join(", ", AreasImport.CodeProperties);
        if (text is null)
        {
            Refuse(AreaFault.NoCode, index, name, field, PropertyNames(feature), field);
            return null;
        }

        if (!AreaCode.TryParse(text, out AreaCode code))
        {
            Refuse(AreaFault.BadCode, index, name, field, text, "2, 4, 6, 9, 12");
            return null;
        }

        return Check(code, index, name);
    }

    private AreaCode? Check(AreaCode code, long index, string? name)
    {
        if (options.Level is AreaLevel level && code.Level != level)
        {
            Refuse(AreaFault.OtherLevel, index, name, code.Value, code.Level.ToString(), level.ToString());
            return null;
        }

        if (options.Parent is AreaCode parent && (!parent.Covers(code.Value) || parent == code))
        {
            Refuse(AreaFault.OtherParent, index, name, "--parent", code.Value, parent.Prefix);
            return null;
        }

        if (!_seen.TryAdd(code, index))
        {
            Refuse(
                AreaFault.RepeatedCode,
                index,
                name,
                code.Value,
                _seen[code].ToString(CultureInfo.InvariantCulture),
                "1"
            );
            return null;
        }

        return code;
    }

    private MultiPolygon? ReadPolygons(Feature feature, long index, string? name)
    {
        switch (feature.Geometry)
        {
            case null or { IsEmpty: true }:
                Refuse(AreaFault.NoGeometry, index, name, "geometry", "null", "Polygon, MultiPolygon");
                return null;
            case Polygon polygon:
                return CheckPlace(polygon.Factory.CreateMultiPolygon([polygon]), index, name);
            case MultiPolygon polygons:
                return CheckPlace(polygons, index, name);
            default:
                Refuse(
                    AreaFault.NotAPolygon,
                    index,
                    name,
                    "geometry",
                    feature.Geometry.GeometryType,
                    "Polygon, MultiPolygon"
                );
                return null;
        }
    }

    private MultiPolygon? CheckPlace(MultiPolygon polygons, long index, string? name)
    {
        Envelope place = polygons.EnvelopeInternal;
        if (China.Contains(place))
        {
            return polygons;
        }

        Coordinate centre = place.Centre;
        string found = string.Create(CultureInfo.InvariantCulture, $"[{centre.X:0.####}, {centre.Y:0.####}]");
        if (China.Contains(new Envelope(place.MinY, place.MaxY, place.MinX, place.MaxX)))
        {
            Refuse(AreaFault.SwappedAxes, index, name, "coordinates", found, "[lon, lat]", centre);
            return null;
        }

        if (options.Datum != Datum.Wgs84 && !China.Intersects(place))
        {
            Refuse(AreaFault.OutsideDatum, index, name, "--datum", found, DatumWords.Word(Datum.Wgs84), centre);
            return null;
        }

        return polygons;
    }

    private MultiPolygon Shift(MultiPolygon polygons, AreaCode code)
    {
        DatumFilter shift = new(options.Datum);
        polygons.Apply(shift);
        if (shift.Moved > 0 && shift.Stayed > 0)
        {
            PartlyShifted.Add(code);
        }

        return polygons;
    }

    private MultiPolygon? Mend(MultiPolygon polygons, AreaCode code, string name, long index)
    {
        if (new IsValidOp(polygons).ValidationError is not TopologyValidationError error)
        {
            return polygons;
        }

        Position at = DatumShift.FromCgcs2000(new Position(error.Coordinate.X, error.Coordinate.Y), options.Datum);
        Geometry mended = GeometryFixer.Fix(polygons);
        AreaRepair repair = new(
            code,
            name,
            error.ErrorType.ToString(),
            at,
            GeodesicArea.SquareMetres(polygons),
            GeodesicArea.SquareMetres(mended)
        );
        if (mended.IsEmpty || Math.Abs(repair.Change) > options.LargestRepairShare)
        {
            Problems.Add(
                new AreaProblem(
                    AreaFault.BeyondRepair,
                    index,
                    name,
                    repair.Fault,
                    string.Create(CultureInfo.InvariantCulture, $"{repair.Change:+0.00%;-0.00%}"),
                    string.Create(CultureInfo.InvariantCulture, $"±{options.LargestRepairShare:0.##%}")
                )
                {
                    At = at,
                }
            );
            return null;
        }

        Repairs.Add(repair);
        return mended as MultiPolygon ?? polygons.Factory.CreateMultiPolygon([(Polygon)mended]);
    }

    private void Refuse(
        AreaFault fault,
        long index,
        string? name,
        string field,
        string found,
        string allowed,
        Coordinate? at = null
    ) =>
        Problems.Add(
            new AreaProblem(fault, index, name, field, found, allowed)
            {
                At = at is null ? null : new Position(at.X, at.Y),
            }
        );
}
