using Microsoft.AspNetCore.Http.HttpResults;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Refusals;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Spatial.Datums;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Server.Questions;

/// <summary>What became of the point a walk starts or ends at.</summary>
public abstract record Origin
{
    private const double MillimetresPerMetre = 1000;

    private Origin() { }

    /// <summary>It is on the walking network.</summary>
    /// <param name="Position">The point on CGCS2000.</param>
    /// <param name="Seeds">Where it meets the network: one place or two.</param>
    public sealed record OnNetwork(Position Position, SnapPoint[] Seeds) : Origin
    {
        /// <summary>The origin's part of an answer.</summary>
        public OriginAnswer Answer =>
            new(
                Rounding.Degrees(Position.Longitude),
                Rounding.Degrees(Position.Latitude),
                Rounding.Metres(Seeds[0].AccessMm / MillimetresPerMetre)
            );
    }

    /// <summary>The question ends here.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Refused(ProblemHttpResult Problem) : Origin;

    /// <summary>Places a point of a question on the network.</summary>
    public static Origin Place(NeighborhoodSnapshot map, double lon, double lat, Datum datum, Language language)
    {
        if (map.Network.LinkCount == 0)
        {
            return new Refused(Problems.EmptyMap(language, "network"));
        }

        Position position = DatumShift.ToCgcs2000(new Position(lon, lat), datum);
        return map.Snap(position) switch
        {
            Snapping.Snapped snapped => new OnNetwork(position, snapped.ToArray()),
            Snapping.TooFar when map.LooksSwapped(position) => new Refused(Problems.LooksSwapped(language, lon, lat)),
            Snapping.TooFar far => new Refused(Problems.NotOnNetwork(language, far.NearestMetres, far.LimitMetres)),
            Snapping other => throw new InvalidOperationException($"Unknown snapping {other}."),
        };
    }
}
