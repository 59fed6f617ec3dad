namespace Neighbor.Gis.Layers.Tests.Formats;

/// <summary>A collection of any length that is never in memory as a whole.</summary>
internal sealed class RepeatingStream(byte[] head, byte[] element, int count, byte[] tail) : Stream
{
    private readonly Queue<byte[]> _next = new([head]);
    private int _made;
    private bool _isTailMade;
    private int _used;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count1)
    {
        int written = 0;
        while (written < count1 && (_next.Count > 0 || Refill()))
        {
            byte[] piece = _next.Peek();
            int take = Math.Min(piece.Length - _used, count1 - written);
            piece.AsSpan(_used, take).CopyTo(buffer.AsSpan(offset + written));
            written += take;
            _used += take;
            if (_used == piece.Length)
            {
                _next.Dequeue();
                _used = 0;
            }
        }

        return written;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Refill()
    {
        if (_made < count)
        {
            if (_made > 0)
            {
                _next.Enqueue(",\n"u8.ToArray());
            }

            _next.Enqueue(element);
            _made++;
            return true;
        }

        if (!_isTailMade)
        {
            _isTailMade = true;
            _next.Enqueue(tail);
            return true;
        }

        return false;
    }
}
