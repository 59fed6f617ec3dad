using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Postgis.Deliveries;
using Neighbor.Gis.SampleCounty.Fixture;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Testing;
using Neighbor.Gis.Testing.Databases;
using Neighbor.Gis.Testing.Scenes;

namespace Neighbor.Gis.Contracts.Hosting;

/// <summary>The whole service on a throw-away PostGIS with a town in it, asked over HTTP.</summary>
/// <remarks>The shared ones are made by whoever asks first, and go with the test program.</remarks>
public sealed class ServedTown : IAsyncDisposable
{
    private static readonly Lazy<Task<ServedTown>> SharedSmall = new(() => StartAsync(SmallTown.Deliver()));
    private static readonly Lazy<Task<ServedTown>> SharedSample = new(() =>
        StartAsync(SampleFixture.Read(Path.Combine(RepositoryFiles.Root, "data", "sample-county")))
    );

    private readonly WebApplicationFactory<Program> _factory;

    private ServedTown(Delivery? delivery, TestDatabase database)
    {
        Delivery = delivery ?? new Delivery { Source = "nothing" };
        Database = database;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("ConnectionStrings:Gis", database.ConnectionString)
                .ConfigureLogging(logging => logging.ClearProviders())
        );
        Http = _factory.CreateClient();
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    /// <summary>The small town made by hand; nobody changes it.</summary>
    public static Task<ServedTown> Small => SharedSmall.Value;

    /// <summary>The sample county; nobody changes it.</summary>
    public static Task<ServedTown> Sample => SharedSample.Value;

    /// <summary>What was stored.</summary>
    public Delivery Delivery { get; }

    /// <summary>Where it was stored.</summary>
    public TestDatabase Database { get; }

    /// <summary>Asks the service.</summary>
    public HttpClient Http { get; }

    /// <summary>What the service answers from now.</summary>
    public NeighborhoodSnapshot Map => _factory.Services.GetRequiredService<CurrentSnapshot>().Get();

    /// <summary>A service of its own, on a database of its own.</summary>
    public static async Task<ServedTown> StartAsync(Delivery? delivery)
    {
        TestDatabase database = await TestDatabase.CreateAsync();
        if (delivery is not null)
        {
            await new DeliveryStore(database.Source).ReplaceAsync(delivery, "test", "test");
        }

        return new ServedTown(delivery, database);
    }

    /// <summary>A good answer.</summary>
    public async Task<JsonElement> GetAsync(string address)
    {
        using HttpResponseMessage response = await Http.GetAsync(address);
        string text = await response.Content.ReadAsStringAsync();
        return response.StatusCode == HttpStatusCode.OK
            ? JsonDocument.Parse(text).RootElement.Clone()
            : throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}: {text}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _factory.DisposeAsync();
        await Database.DisposeAsync();
    }
}
