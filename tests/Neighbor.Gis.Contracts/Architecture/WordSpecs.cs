using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Neighbor.Gis.Testing;
using Xunit;

namespace Neighbor.Gis.Contracts.Architecture;

/// <summary>The words of the house, held against the names of the types in <c>src</c>.</summary>
public class WordSpecs
{
    private static readonly string[] EmptyWords =
    [
        "Manager",
        "Helper",
        "Util",
        "Utils",
        "Service",
        "Processor",
        "Handler",
        "Impl",
        "Base",
        "Common",
        "Shared",
        "Core",
        "Data",
        "Info",
    ];

    /// <summary>Words of others for things that have a word here.</summary>
    private static readonly string[] ForeignWords =
    [
        "Graph",
        "RoadNetwork",
        "Vertex",
        "Phantom",
        "Voronoi",
        "Client",
        "Customer",
        "Depot",
        "SpatialIndex",
        "Mediator",
        "Repository",
    ];

    /// <summary>Words of the frameworks' own extension points, which their implementations repeat.</summary>
    private static readonly string[] FrameworkWords = ["TypeInfoResolver", "ExtensionInfo"];

    private static readonly Regex WordsOfName = new("[A-Z][a-z0-9]*", RegexOptions.ExplicitCapture);

    [Fact]
    public void No_type_is_named_with_an_empty_word_or_anothers_word()
    {
        IEnumerable<string> wrong = Types()
            .Where(type =>
            {
                // ServicePoint, ServiceFunction and ServiceArea are the field's own words.
                string name = Regex.Replace(type.Name, "Service(?=Point|Function|Zone|Area|Request)", "");
                name = FrameworkWords.Aggregate(name, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
                string[] words = [.. WordsOfName.Matches(name).Select(match => match.Value)];
                return words.Intersect([.. EmptyWords, .. ForeignWords], StringComparer.Ordinal).Any();
            })
            .Select(type => type.FullName!);
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_namespace_is_never_the_name_of_a_type()
    {
        Type[] types = [.. Types()];
        HashSet<string> spaces =
        [
            .. types.SelectMany(type => type.Namespace!.Split('.')).Where(part => part is not ("Neighbor" or "Gis")),
        ];
        Assert.Empty(types.Where(type => !type.IsNested && spaces.Contains(type.Name)).Select(type => type.FullName));
    }

    [Fact]
    public void An_interface_has_more_than_one_implementation_or_stands_at_a_border()
    {
        Type[] types = [.. Types()];
        IEnumerable<string> lonely = types
            .Where(type => type.IsInterface)
            .Where(face => types.Count(type => type != face && ImplementsDirectly(type, face)) < 2)
            .Select(face => face.FullName!);
        Assert.Empty(lonely);
    }

    [Fact]
    public void A_file_has_at_most_four_hundred_lines()
    {
        IEnumerable<string> long400 = Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            )
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal)) // written by the tool
            .Where(file => File.ReadLines(file).Count() > 400)
            .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file));
        Assert.Empty(long400);
    }

    private static bool ImplementsDirectly(Type type, Type face) =>
        type.GetInterfaces().Any(one => one == face || (one.IsGenericType && one.GetGenericTypeDefinition() == face));

    private static IEnumerable<Type> Types() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Neighbor.Gis.*.dll")
            .Where(file =>
                Directory.Exists(Path.Combine(RepositoryFiles.Root, "src", Path.GetFileNameWithoutExtension(file)))
            )
            .Select(Assembly.LoadFrom)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type =>
                type.Namespace?.StartsWith("Neighbor.Gis", StringComparison.Ordinal) == true
                && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
                && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                && !type.IsNestedPrivate
                && !type.Name.Contains('<', StringComparison.Ordinal)
            );
}
