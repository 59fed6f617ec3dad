namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>A file of OpenStreetMap that cannot be read: which file, where in it, and what is wrong.</summary>
public sealed class OsmFileException : Exception
{
    /// <summary>Creates the exception without a place.</summary>
    public OsmFileException()
        : this("The file cannot be read.") { }

    /// <summary>Creates the exception with a text of its own.</summary>
    public OsmFileException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a text of its own and what caused it.</summary>
    public OsmFileException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>Creates the exception.</summary>
    /// <param name="file">The file's name, as the caller gave it.</param>
    /// <param name="offset">How many bytes (or for XML, lines) into the file, or null where that says nothing.</param>
    /// <param name="what">What is wrong, as a sentence.</param>
    /// <param name="cause">What was thrown below, if anything.</param>
    /// <param name="unit">What <paramref name="offset"/> counts.</param>
    public OsmFileException(string file, long? offset, string what, Exception? cause = null, string unit = "byte")
        : base(offset is null ? $"{file}: {what}" : $"{file}, {unit} {offset}: {what}", cause)
    {
        File = file;
        Offset = offset;
        What = what;
    }

    /// <summary>The file's name, as the caller gave it.</summary>
    public string File { get; } = "";

    /// <summary>How far into the file: bytes for PBF, lines for XML; null where that says nothing.</summary>
    public long? Offset { get; }

    /// <summary>What is wrong.</summary>
    public string What { get; } = "";
}
