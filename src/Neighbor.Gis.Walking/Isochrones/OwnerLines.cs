using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;

namespace Neighbor.Gis.Walking.Isochrones;

/// <summary>Cuts what is reached of a link where one origin ends to be the nearest and another begins.</summary>
/// <remarks>
/// <para>
/// Between two places where walks come from, the nearest origin changes once at most: from the one that comes along from
/// the one end to the one that comes from the other. Where, is found by halving, to the millimetre.
/// </para>
/// </remarks>
internal sealed class OwnerLines(CatchmentSearch search, PlacedPoints origins)
{
    private readonly List<int> _placesMm = [];

    /// <summary>Adds the shares of a stretch, in order.</summary>
    public void SharesInto(LinkId link, int fromMm, int toMm, List<(int FromMm, int ToMm, int Owner)> shares)
    {
        _placesMm.Clear();
        (int first, int end) = origins.OnLink(link.Value);
        for (int place = first; place < end; place++)
        {
            int offsetMm = origins.PlaceOf(place).OffsetMm;
            if (offsetMm > fromMm && offsetMm < toMm)
            {
                _placesMm.Add(offsetMm);
            }
        }

        _placesMm.Sort();
        _placesMm.Add(toMm);
        int beginMm = fromMm;
        foreach (int endMm in _placesMm)
        {
            if (endMm > beginMm)
            {
                ShareInto(link, beginMm, endMm, shares);
                beginMm = endMm;
            }
        }
    }

    private void ShareInto(LinkId link, int fromMm, int toMm, List<(int FromMm, int ToMm, int Owner)> shares)
    {
        int first = OwnerAt(link, fromMm);
        int last = OwnerAt(link, toMm);
        if (first == last)
        {
            shares.Add((fromMm, toMm, first));
            return;
        }

        (int low, int high) = (fromMm, toMm); // the first's at low, no longer at high
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = OwnerAt(link, middle) == first ? (middle, high) : (low, middle);
        }

        if (low > fromMm)
        {
            shares.Add((fromMm, low, first));
        }

        shares.Add((low, toMm, last));
    }

    private int OwnerAt(LinkId link, int offsetMm)
    {
        SnapPoint at = new(link, offsetMm, AccessMm: 0, Position: default, ZoneId.Outside);
        return search.NearestTo(at)?.Source
            ?? throw new InvalidOperationException($"Nobody reaches {offsetMm} mm along link {link.Value}.");
    }
}
