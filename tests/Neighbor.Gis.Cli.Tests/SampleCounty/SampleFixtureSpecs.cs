using Neighbor.Gis.Ingest;
using Neighbor.Gis.SampleCounty.Fixture;
using Neighbor.Gis.Testing;
using Xunit;

namespace Neighbor.Gis.Cli.Tests.SampleCounty;

public sealed class SampleFixtureSpecs
{
    private const long LargestBytes = 8 * 1024 * 1024;

    private static string Committed => Path.Combine(RepositoryFiles.Root, "data", "sample-county");

    [Fact]
    public void The_committed_county_is_what_the_generator_makes_byte_for_byte()
    {
        if (Environment.GetEnvironmentVariable("NEIGHBOR_BLESS") == "1")
        {
            SampleFixture.Write(GeneratedCounty.Delivery, Committed);
        }

        using var folder = new TemporaryFolder();
        SampleFixture.Write(GeneratedCounty.Delivery, folder.Path);
        AssertSame(folder.Path, Committed);
    }

    [Fact]
    public void The_county_is_the_same_when_written_and_read_back()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        SampleFixture.Write(GeneratedCounty.Delivery, first.Path);
        Delivery read = SampleFixture.Read(first.Path);
        SampleFixture.Write(read, second.Path);
        AssertSame(first.Path, second.Path);
        Assert.All(
            GeneratedCounty.Delivery.Buildings.Zip(read.Buildings),
            pair => Assert.True(pair.First.Geom.EqualsExact(pair.Second.Geom))
        );
        Assert.All(
            GeneratedCounty.Delivery.Responders.Zip(read.Responders),
            pair => Assert.True(pair.First.Geom.EqualsExact(pair.Second.Geom))
        );
    }

    [Fact]
    public void The_committed_county_stays_small_and_is_explained()
    {
        FileInfo[] files = new DirectoryInfo(Committed).GetFiles();
        Assert.InRange(files.Sum(f => f.Length), 1, LargestBytes);
        string readme = File.ReadAllText(Path.Combine(Committed, "README.md"));
        Assert.All(files, file => Assert.Contains(file.Name, readme + "README.md", StringComparison.Ordinal));
    }

    [Fact]
    public void A_delivery_of_another_source_is_not_taken_for_the_sample()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<ArgumentException>(() => SampleFixture.Write(new Delivery { Source = "osm" }, folder.Path));
    }

    [Fact]
    public void A_word_that_no_kind_has_is_named_in_the_message()
    {
        using var folder = new TemporaryFolder();
        SampleFixture.Write(GeneratedCounty.Delivery, folder.Path);
        string centers = Path.Combine(folder.Path, "neighbor-centers.csv");
        File.WriteAllText(
            centers,
            File.ReadAllText(centers).Replace("hubAndSpoke", "hubAndSpike", StringComparison.Ordinal)
        );
        FormatException fault = Assert.Throws<FormatException>(() => SampleFixture.Read(folder.Path));
        Assert.Contains("hubAndSpike", fault.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(string made, string expected)
    {
        string[] names = [.. Directory.GetFiles(made).Select(Path.GetFileName).OfType<string>().Order()];
        Assert.Equal(
            names,
            Directory
                .GetFiles(expected)
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(name => name != "README.md")
                .Order()
        );
        Assert.All(
            names,
            name =>
                Assert.True(
                    File.ReadAllBytes(Path.Combine(made, name))
                        .AsSpan()
                        .SequenceEqual(File.ReadAllBytes(Path.Combine(expected, name))),
                    $"{name} differs."
                )
        );
    }
}
