using Xunit;

namespace Neighbor.Gis.Cli.Tests.Commands;

/// <summary>The sample county, written once by the program for all tests that only read it or copy it.</summary>
public sealed class WrittenCounty : IAsyncLifetime
{
    private readonly Folder _folder = new();

    /// <summary>Where it is.</summary>
    public string Path => System.IO.Path.Combine(_folder.Path, "county");

    /// <summary>What lies beside it, which must be nothing.</summary>
    public string[] Beside => Directory.GetFileSystemEntries(_folder.Path);

    internal CommandRun? Run { get; private set; }

    public async ValueTask InitializeAsync() => Run = await CommandRun.OfAsync("sample", "write", Path);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy to be damaged.</summary>
    public void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path))
        {
            File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)));
        }
    }
}
