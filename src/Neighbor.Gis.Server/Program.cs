using Neighbor.Gis.Server.Operations;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
ServerComposition.Configure(builder);

WebApplication app = builder.Build();
ServerComposition.Map(app);
await app.RunAsync();
