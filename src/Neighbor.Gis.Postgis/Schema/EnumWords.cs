using Microsoft.EntityFrameworkCore;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Postgis.Schema;

/// <summary>Which enums are stored as words.</summary>
internal static class EnumWords
{
    /// <summary>Makes EF Core store them as words wherever they appear, alone or in a list.</summary>
    public static void Configure(ModelConfigurationBuilder configuration)
    {
        Store<AreaLevel>(configuration);
        Store<GroundKind>(configuration);
        Store<BuildingUse>(configuration);
        Store<CompoundKind>(configuration);
        Store<GateAccess>(configuration);
        Store<GateFlow>(configuration);
        Store<GridKind>(configuration);
        Store<ObstacleKind>(configuration);
        Store<DutyRole>(configuration);
        Store<DutyTarget>(configuration);
        Store<Skill>(configuration);
        Store<CenterForm>(configuration);
        Store<CenterRole>(configuration);
        Store<ServiceFunction>(configuration);
        Store<ServicePointKind>(configuration);
        Store<ServicePointStatus>(configuration);
        Store<SignalCrossing>(configuration);
        Store<WayAccess>(configuration);
        Store<WayDirection>(configuration);
        Store<WayKind>(configuration);
        Store<WayRise>(configuration);
    }

    /// <summary>The words of an enum, for a CHECK.</summary>
    public static IEnumerable<string> Of(Type type) => Enum.GetNames(type).Select(SnakeCase.Word);

    private static void Store<T>(ModelConfigurationBuilder configuration)
        where T : struct, Enum
    {
        configuration.Properties<T>().HaveConversion<EnumWordConverter<T>>().HaveColumnType("text");
        configuration.DefaultTypeMapping<T>().HasConversion<EnumWordConverter<T>>();
    }
}
