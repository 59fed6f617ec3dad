namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>A stream whose first bytes have been looked at and are given out again; counts what was read.</summary>
internal sealed class PeekedStream(Stream rest) : Stream
{
    private byte[] _peeked = [];
    private int _given;

    /// <summary>How many bytes were given out.</summary>
    public long BytesRead { get; private set; }

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
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    /// <summary>The next bytes, at most <paramref name="count"/>, without taking them.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_peeked.Length - _given < count)
        {
            byte[] longer = new byte[count];
            int kept = _peeked.Length - _given;
            _peeked.AsSpan(_given).CopyTo(longer);
            int read = rest.ReadAtLeast(longer.AsSpan(kept), count - kept, throwOnEndOfStream: false);
            _peeked = longer[..(kept + read)];
            _given = 0;
        }

        return _peeked.AsSpan(_given, Math.Min(count, _peeked.Length - _given));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int taken = Math.Min(buffer.Length, _peeked.Length - _given);
        if (taken > 0)
        {
            _peeked.AsSpan(_given, taken).CopyTo(buffer);
            _given += taken;
        }
        else
        {
            taken = rest.Read(buffer);
        }

        BytesRead += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
