namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Bytes that are not a well-formed LZ4 block.</summary>
internal sealed class Lz4BlockException : Exception
{
    public Lz4BlockException()
        : this("The LZ4 block is malformed.") { }

    public Lz4BlockException(string message)
        : base(message) { }

    public Lz4BlockException(string message, Exception? innerException)
        : base(message, innerException) { }
}
