using System.Buffers;
using NetTopologySuite.Geometries;
using Npgsql.Internal;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Carries one geometry type between Npgsql's buffers and NetTopologySuite.</summary>
internal sealed class GeometryConverter<T> : PgStreamingConverter<T>
    where T : Geometry
{
    public override T Read(PgReader reader) => Ewkb.Read<T>(reader.ReadBytes(reader.CurrentRemaining).ToArray());

    public override async ValueTask<T> ReadAsync(PgReader reader, CancellationToken cancellationToken = default) =>
        Ewkb.Read<T>((await reader.ReadBytesAsync(reader.CurrentRemaining, cancellationToken)).ToArray());

    // Npgsql asks for the size first: the bytes are made here, once, and handed on as the state of the write.
    public override Size GetSize(SizeContext context, T value, ref object? writeState)
    {
        byte[] bytes = Ewkb.Write(value);
        writeState = bytes;
        return bytes.Length;
    }

    public override void Write(PgWriter writer, T value) => writer.WriteBytes((byte[])writer.Current.WriteState!);

    public override ValueTask WriteAsync(PgWriter writer, T value, CancellationToken cancellationToken = default) =>
        writer.WriteBytesAsync((byte[])writer.Current.WriteState!, cancellationToken);
}
