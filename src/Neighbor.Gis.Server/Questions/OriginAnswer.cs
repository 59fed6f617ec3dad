namespace Neighbor.Gis.Server.Questions;

/// <summary>The point a question asked about, as it was understood.</summary>
/// <param name="Lon">Degrees east on CGCS2000.</param>
/// <param name="Lat">Degrees north on CGCS2000.</param>
/// <param name="SnapMetres">How far it is from the nearest path that can be walked to from it.</param>
public sealed record OriginAnswer(double Lon, double Lat, double SnapMetres);
