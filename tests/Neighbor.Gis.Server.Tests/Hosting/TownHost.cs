using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Postgis.Snapshots;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Testing.Scenes;

namespace Neighbor.Gis.Server.Tests.Hosting;

/// <summary>The whole service in this process, with a map that did not come from a database.</summary>
/// <remarks>The database it is told of does not exist: what needs it answers that it is away.</remarks>
public sealed class TownHost : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;

    public TownHost(Delivery? town = null, params (string Key, string Value)[] settings)
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:Gis", "Host=/nonexistent/neighbor;Username=nobody;Timeout=1");
            foreach ((string key, string value) in settings)
            {
                host.UseSetting(key, value);
            }

            host.ConfigureLogging(logging => logging.ClearProviders());
        });
        Http = _factory.CreateClient();
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        if (town is not null)
        {
            Map = SnapshotBuilder.Build(RowsOf(town));
            _factory.Services.GetRequiredService<CurrentSnapshot>().Replace(Map);
        }
    }

    public HttpClient Http { get; }

    public NeighborhoodSnapshot? Map { get; }

    public IServiceProvider Services => _factory.Services;

    public static TownHost OfSmallTown() => new(SmallTown.Deliver());

    public static TownHost OfNothing() => new(new Delivery { Source = "nothing" });

    /// <summary>Puts another map in the place of the town's.</summary>
    public void Show(NeighborhoodSnapshot map) => _factory.Services.GetRequiredService<CurrentSnapshot>().Replace(map);

    public async Task<JsonElement> GetAsync(string address)
    {
        using HttpResponseMessage response = await Http.GetAsync(address);
        string text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}: {text}");
        }

        return JsonDocument.Parse(text).RootElement.Clone();
    }

    public async Task<(HttpStatusCode Status, JsonElement Problem)> RefusedAsync(string address)
    {
        using HttpResponseMessage response = await Http.GetAsync(address);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, problem);
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Http.PostAsync(address, content);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _factory.DisposeAsync();
    }

    /// <summary>The rows of a town, as the database would give them.</summary>
    public static LedgerSnapshot RowsOf(Delivery town, IReadOnlyList<Closure>? closures = null) =>
        new()
        {
            ChangeSeq = 1,
            Day = new DateOnly(2026, 11, 21),
            Areas = town.Areas,
            Grids = town.Grids,
            MicroGrids = town.MicroGrids,
            Compounds = town.Compounds,
            Gates = town.Gates,
            Lanes = town.Lanes,
            Grounds = town.Grounds,
            Centers = town.Centers,
            Buildings = town.Buildings,
            Entrances = town.Entrances,
            Ways = town.Ways,
            ServicePoints = town.ServicePoints,
            Responders = town.Responders,
            Duties = town.Duties,
            Closures = closures ?? [],
        };
}
