using Microsoft.AspNetCore.Connections;
using Neighbor.Gis.Postgis.Cluster;
using Neighbor.Gis.Server.Databases;
using Neighbor.Gis.Server.Operations;
using Neighbor.Gis.Server.Settings;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
try
{
    await using DatabaseInUse database = await DatabaseInUse.OpenAsync(builder.Configuration, CancellationToken.None);
    ServerComposition.Configure(builder, database);

    await using WebApplication app = builder.Build();
    ServerComposition.Map(app);
    await app.RunAsync();
    return 0;
}
catch (Exception failure)
    when (failure is PostgresMissingException or ClusterException or WrongSettingException
        || failure is IOException { InnerException: AddressInUseException }
    )
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
