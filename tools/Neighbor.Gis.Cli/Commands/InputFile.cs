using Neighbor.Gis.Cli.Words;

namespace Neighbor.Gis.Cli.Commands;

/// <summary>The file a command was given.</summary>
internal static class InputFile
{
    /// <summary>Opens it for reading.</summary>
    /// <exception cref="RefusedException">It is not there or cannot be read.</exception>
    public static FileStream Open(string path, Phrases phrases)
    {
        if (Directory.Exists(path) || !File.Exists(path))
        {
            throw new RefusedException(phrases.Say("error.fileMissing", path));
        }

        try
        {
            return new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read,
                1 << 16,
                FileOptions.SequentialScan
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(phrases.Say("error.fileUnreadable", path, fault.Message));
        }
    }

    /// <summary>The file's name up to its first dot, as the name of a data set.</summary>
    public static string SourceOf(string path) => Path.GetFileName(path).Split('.')[0];
}
