namespace Neighbor.Gis.Cli.Tests.SampleCounty;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("neighbor-sample-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
