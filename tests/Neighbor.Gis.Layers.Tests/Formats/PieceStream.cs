namespace Neighbor.Gis.Layers.Tests.Formats;

/// <summary>A stream that never gives more than a few bytes at once, as a slow network does.</summary>
internal sealed class PieceStream(byte[] text, int pieceBytes) : MemoryStream(text)
{
    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, Math.Min(count, pieceBytes));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, pieceBytes)], cancellationToken);
}
