using System.Xml.Linq;
using Neighbor.Gis.Testing;
using Xunit;

namespace Neighbor.Gis.Contracts.Architecture;

/// <summary>The drawing of the architecture, held against the project files.</summary>
public class ArrowSpecs
{
    private static readonly string[] Cores =
    [
        "Spatial",
        "Neighborhood",
        "Walking",
        "Layers",
        "Coverage",
        "Dispatch",
        "Ingest",
    ];

    /// <summary>
    /// What each project may reference. Ingest reads GeoJSON with the format that lives in Layers: one format, one reader.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Spatial"] = [],
        ["Neighborhood"] = ["Spatial"],
        ["Walking"] = ["Spatial"],
        ["Layers"] = ["Spatial"],
        ["Coverage"] = ["Neighborhood", "Walking", "Spatial"],
        ["Dispatch"] = ["Neighborhood", "Walking", "Spatial"],
        ["Districting"] = ["Neighborhood", "Walking", "Spatial"],
        ["Ingest"] = ["Neighborhood", "Walking", "Layers", "Spatial"],
        ["Siting"] = ["Coverage", "Neighborhood", "Walking", "Spatial"],
        ["Postgis"] = [.. Cores, "Districting", "Siting"],
        ["Server"] = [.. Cores, "Districting", "Siting", "Postgis"],
    };

    /// <summary>The only projects that may know these packages, by the beginning of their names.</summary>
    private static readonly Dictionary<string, string> OwnersOfPackages = new(StringComparer.Ordinal)
    {
        ["Npgsql"] = "Postgis",
        ["Microsoft.EntityFrameworkCore"] = "Postgis",
        ["Microsoft.AspNetCore"] = "Server",
    };

    public static TheoryData<string> Projects =>
        [.. Files().Select(file => Path.GetFileNameWithoutExtension(file)["Neighbor.Gis.".Length..])];

    [Fact]
    public void There_are_projects_to_look_at() => Assert.True(Projects.Count >= Cores.Length + 2);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_drawing_allows(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"{project} is not in the drawing.");
        IEnumerable<string> references = Items(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["Neighbor.Gis.".Length..]);
        Assert.Empty(references.Except(Allowed[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_one_project_knows_the_database_and_only_one_the_web(string project)
    {
        foreach (string package in Items(project, "PackageReference"))
        {
            foreach ((string beginning, string owner) in OwnersOfPackages)
            {
                Assert.False(
                    package.StartsWith(beginning, StringComparison.Ordinal) && project != owner,
                    $"{project} knows {package}; only {owner} may."
                );
            }
        }

        string? sdk = XDocument.Load(FileOf(project)).Root!.Attribute("Sdk")?.Value;
        Assert.Equal(project == "Server" ? "Microsoft.NET.Sdk.Web" : "Microsoft.NET.Sdk", sdk);
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(
            Path.Combine(RepositoryFiles.Root, "src"),
            "Neighbor.Gis.*.csproj",
            SearchOption.AllDirectories
        );

    private static string FileOf(string project) =>
        Files().Single(file => Path.GetFileNameWithoutExtension(file) == "Neighbor.Gis." + project);

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(FileOf(project)).Descendants(kind).Select(item => item.Attribute("Include")!.Value);
}
