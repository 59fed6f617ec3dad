using System.Buffers.Binary;
using System.Text;

namespace Neighbor.Gis.Postgis.Tests.Tiles;

/// <summary>A small decoder of vector tiles, written from the specification and from nothing of the encoder.</summary>
internal static class MvtTile
{
    /// <summary>The layers of a tile by name.</summary>
    public static Dictionary<string, List<MvtFeature>> Read(ReadOnlySpan<byte> bytes)
    {
        var layers = new Dictionary<string, List<MvtFeature>>(StringComparer.Ordinal);
        while (!bytes.IsEmpty)
        {
            (int field, ReadOnlySpan<byte> body, _) = Next(ref bytes);
            if (field == 3)
            {
                (string name, List<MvtFeature> features) = Layer(body);
                layers.Add(name, features);
            }
        }

        return layers;
    }

    private static (string Name, List<MvtFeature> Features) Layer(ReadOnlySpan<byte> bytes)
    {
        string name = "";
        var keys = new List<string>();
        var values = new List<object>();
        var bodies = new List<byte[]>();
        while (!bytes.IsEmpty)
        {
            (int field, ReadOnlySpan<byte> body, _) = Next(ref bytes);
            switch (field)
            {
                case 1:
                    name = Encoding.UTF8.GetString(body);
                    break;
                case 2:
                    bodies.Add(body.ToArray());
                    break;
                case 3:
                    keys.Add(Encoding.UTF8.GetString(body));
                    break;
                case 4:
                    values.Add(Value(body));
                    break;
            }
        }

        return (name, [.. bodies.Select(body => Feature(body, keys, values))]);
    }

    private static MvtFeature Feature(ReadOnlySpan<byte> bytes, List<string> keys, List<object> values)
    {
        ulong id = 0;
        int kind = 0;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        List<(int, int)> vertices = [];
        while (!bytes.IsEmpty)
        {
            (int field, ReadOnlySpan<byte> body, ulong number) = Next(ref bytes);
            switch (field)
            {
                case 1:
                    id = number;
                    break;
                case 2:
                    while (!body.IsEmpty)
                    {
                        properties[keys[(int)Varint(ref body)]] = values[(int)Varint(ref body)];
                    }

                    break;
                case 3:
                    kind = (int)number;
                    break;
                case 4:
                    vertices = Vertices(body);
                    break;
            }
        }

        return new MvtFeature(id, kind, properties, vertices);
    }

    private static List<(int X, int Y)> Vertices(ReadOnlySpan<byte> body)
    {
        var vertices = new List<(int, int)>();
        int x = 0;
        int y = 0;
        while (!body.IsEmpty)
        {
            ulong command = Varint(ref body);
            if ((command & 7) == 7)
            {
                continue;
            }

            for (ulong i = 0; i < command >> 3; i++)
            {
                x += Zigzag(Varint(ref body));
                y += Zigzag(Varint(ref body));
                vertices.Add((x, y));
            }
        }

        return vertices;
    }

    private static object Value(ReadOnlySpan<byte> bytes)
    {
        (int field, ReadOnlySpan<byte> body, ulong number) = Next(ref bytes);
        return field switch
        {
            1 => Encoding.UTF8.GetString(body),
            2 => BinaryPrimitives.ReadSingleLittleEndian(body),
            3 => BinaryPrimitives.ReadDoubleLittleEndian(body),
            4 or 5 => (long)number,
            6 => (long)(number >> 1) ^ -(long)(number & 1),
            _ => number != 0,
        };
    }

    private static Field Next(ref ReadOnlySpan<byte> bytes)
    {
        ulong tag = Varint(ref bytes);
        int length;
        switch (tag & 7)
        {
            case 0:
                return new Field((int)(tag >> 3), [], Varint(ref bytes));
            case 1:
                length = 8;
                break;
            case 5:
                length = 4;
                break;
            default:
                length = (int)Varint(ref bytes);
                break;
        }

        ReadOnlySpan<byte> body = bytes[..length];
        bytes = bytes[length..];
        return new Field((int)(tag >> 3), body, 0);
    }

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    private static int Zigzag(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);

    private readonly ref struct Field(int number, ReadOnlySpan<byte> body, ulong value)
    {
        private readonly ReadOnlySpan<byte> _body = body;

        public void Deconstruct(out int field, out ReadOnlySpan<byte> bytes, out ulong varint)
        {
            field = number;
            bytes = _body;
            varint = value;
        }
    }
}
