using ICSharpCode.SharpZipLib.BZip2;

namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Unpacks bzip2, also where several packed streams stand one behind another, as parallel packers write them.</summary>
internal sealed class Bzip2Stream(PeekedStream packed) : Stream
{
    private BZip2InputStream? _part;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return ReadPart(buffer, offset, count);
        }
        catch (IndexOutOfRangeException damage) // how the library meets some damaged tables
        {
            throw new InvalidDataException("A bzip2 table is damaged.", damage);
        }
    }

    private int ReadPart(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            int read = _part?.Read(buffer, offset, count) ?? 0;
            if (read > 0)
            {
                return read;
            }

            if (packed.Peek(1).IsEmpty)
            {
                return 0;
            }

            _part = new BZip2InputStream(packed) { IsStreamOwner = false };
        }

        return 0;
    }

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
