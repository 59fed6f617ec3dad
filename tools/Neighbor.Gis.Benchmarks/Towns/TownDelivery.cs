using System.Globalization;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Benchmarks.Towns;

/// <summary>A town as a data set that the production code stores and reads.</summary>
internal static class TownDelivery
{
    /// <summary>Its areas, grids, buildings and ways.</summary>
    public static Delivery Of(MeasuredTown town)
    {
        Districts districts = new(town.Network.Bounds);
        return new Delivery
        {
            Source = Districts.Source,
            Areas = districts.Areas,
            Grids = districts.Grids,
            Buildings = [.. town.Contents.BuildingSites.Select(BuildingOf)],
            Ways = [.. town.Ways.Select(WayOf)],
        };
    }

    private static Building BuildingOf(BuildingSite site, int number) =>
        new()
        {
            Code = "B" + number.ToString("0000000", CultureInfo.InvariantCulture),
            Name = "楼",
            Geom = site.Outline,
            Source = Districts.Source,
        };

    /// <summary>The same way in this data set; the geometry must say its datum.</summary>
    private static SurveyedWay WayOf(SurveyedWay way) =>
        new()
        {
            Id = way.Id,
            Source = Districts.Source,
            Name = way.Name,
            Kind = way.Kind,
            NodeIds = way.NodeIds,
            Geom = way.Geom,
        };
}
