using Neighbor.Gis.Contracts.Hosting;
using Neighbor.Gis.Testing;
using Xunit;

namespace Neighbor.Gis.Contracts.OpenApi;

public class OpenApiSpecs
{
    private const string BlessVariable = "NEIGHBOR_BLESS";

    private static readonly string CommittedFile = Path.Combine(
        RepositoryFiles.Root,
        "data",
        "contracts",
        "openapi.json"
    );

    /// <summary>With NEIGHBOR_BLESS=1 the file is written instead, to be reviewed and committed like code.</summary>
    [Fact]
    public async Task The_committed_description_is_the_one_the_service_gives()
    {
        ServedTown town = await ServedTown.Small;
        string served = (await town.Http.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(BlessVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(CommittedFile)!);
            await File.WriteAllTextAsync(CommittedFile, served);
        }

        Assert.True(File.Exists(CommittedFile), $"Run this test once with {BlessVariable}=1.");
        Assert.Equal(await File.ReadAllTextAsync(CommittedFile), served);
    }

    [Fact]
    public async Task The_description_does_not_depend_on_where_the_service_runs()
    {
        ServedTown town = await ServedTown.Small;
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://elsewhere.example:8443/openapi/v1.json");
        using HttpResponseMessage response = await town.Http.SendAsync(request);
        Assert.Equal(await town.Http.GetStringAsync("/openapi/v1.json"), await response.Content.ReadAsStringAsync());
    }
}
