namespace Neighbor.Gis.Layers.Formats;

/// <summary>The part of a text that is in memory: what is being read, and nothing that has been.</summary>
/// <remarks>
/// <para>Cost: memory of the longest single feature; the buffer doubles when one does not fit, so that reading stays linear.</para>
/// </remarks>
internal sealed class GeoJsonWindow
{
    private const int FirstBytes = 64 * 1024;

    private readonly Stream? _stream;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private long _bytesBefore;
    private long _linesBefore;
    private long _lineStart;

    public GeoJsonWindow(Stream stream)
    {
        _stream = stream;
        _buffer = new byte[FirstBytes];
    }

    public GeoJsonWindow(byte[] text)
    {
        _buffer = text;
        _end = text.Length;
        IsAtEnd = true;
    }

    /// <summary>Whether the bytes behind <see cref="Start"/> must stay, because they may have to be read again.</summary>
    public bool KeepsAll { get; set; }

    /// <summary>Whether nothing follows the bytes in memory.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The unread bytes.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Everything in memory, read or not.</summary>
    public ReadOnlySpan<byte> Kept => _buffer.AsSpan(0, _end);

    /// <summary>How many bytes of the text stand before the unread ones.</summary>
    public long Start => _bytesBefore + _start;

    /// <summary>How many bytes of the text stand before the kept ones.</summary>
    public long KeptStart => _bytesBefore;

    /// <summary>How many bytes have been taken in so far.</summary>
    public long End => _bytesBefore + _end;

    /// <summary>Marks bytes as read.</summary>
    public void Advance(long bytes) => _start += checked((int)bytes);

    /// <summary>Takes in more bytes.</summary>
    public void Fill()
    {
        MakeRoom();
        TakeIn(_stream!.Read(_buffer, _end, _buffer.Length - _end));
    }

    /// <inheritdoc cref="Fill" />
    public async ValueTask FillAsync(CancellationToken cancellation)
    {
        MakeRoom();
        TakeIn(await _stream!.ReadAsync(_buffer.AsMemory(_end), cancellation));
    }

    /// <summary>The line and the byte within it, both from 1, of a byte that is in memory.</summary>
    public (long Line, long Column) Locate(long offset)
    {
        int index = (int)Math.Clamp(offset - _bytesBefore, 0, _end);
        ReadOnlySpan<byte> before = _buffer.AsSpan(0, index);
        int lastBreak = before.LastIndexOf((byte)'\n');
        long lineStart = lastBreak < 0 ? _lineStart : _bytesBefore + lastBreak + 1;
        return (_linesBefore + before.Count((byte)'\n') + 1, _bytesBefore + index - lineStart + 1);
    }

    private void TakeIn(int read)
    {
        _end += read;
        IsAtEnd = read == 0;
    }

    private void MakeRoom()
    {
        if (_start > 0 && !KeepsAll)
        {
            ReadOnlySpan<byte> gone = _buffer.AsSpan(0, _start);
            int lastBreak = gone.LastIndexOf((byte)'\n');
            if (lastBreak >= 0)
            {
                _linesBefore += gone.Count((byte)'\n');
                _lineStart = _bytesBefore + lastBreak + 1;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _bytesBefore += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        }
    }
}
