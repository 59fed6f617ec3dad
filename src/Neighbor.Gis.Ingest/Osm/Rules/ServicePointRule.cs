using Neighbor.Gis.Ingest.Osm.Files;
using Neighbor.Gis.Neighborhood.ServicePoints;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>One row of the table of services: where it applies, what stands there and what it offers.</summary>
/// <param name="Applies">Whether the row fits the tags.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Functions">What it offers; none means that it is known and no service of the neighbourhood.</param>
/// <param name="MayBePrivate">Whether a private one serves nobody but its owner.</param>
internal sealed record ServicePointRule(
    Func<OsmTags, bool> Applies,
    ServicePointKind Kind,
    ServiceFunction[] Functions,
    bool MayBePrivate = false
);
