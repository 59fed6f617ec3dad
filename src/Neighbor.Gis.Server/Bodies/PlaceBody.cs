using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Datums;

namespace Neighbor.Gis.Server.Bodies;

/// <summary>A position in a body.</summary>
/// <param name="Lon">Degrees east.</param>
/// <param name="Lat">Degrees north.</param>
public sealed record PlaceBody(double Lon, double Lat)
{
    /// <summary>Reads a position.</summary>
    public static PlaceBody Read(BodyFields fields)
    {
        var place = new PlaceBody(fields.Number("lon", -180, 180), fields.Number("lat", -90, 90));
        fields.RefuseOthers();
        return place;
    }

    /// <summary>Reads a position from a field that must be there.</summary>
    public static PlaceBody ReadFrom(BodyFields body, string name) =>
        body.Inner(name, isNeeded: true) is { } fields ? Read(fields) : new PlaceBody(0, 0);

    /// <summary>The position on CGCS2000.</summary>
    public Position On(Datum datum) => DatumShift.ToCgcs2000(new Position(Lon, Lat), datum);
}
