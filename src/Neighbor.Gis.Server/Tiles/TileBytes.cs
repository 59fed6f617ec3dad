using System.Security.Cryptography;

namespace Neighbor.Gis.Server.Tiles;

/// <summary>A tile as it is sent, with the tag that changes when it does.</summary>
/// <param name="Content">The bytes; none where the layer has nothing there.</param>
/// <param name="Tag">The beginning of the SHA-256 of the bytes, in hexadecimal.</param>
public sealed record TileBytes(byte[] Content, string Tag)
{
    private const int TagBytes = 12;

    /// <summary>The tile of these bytes.</summary>
    public static TileBytes Of(byte[] content) =>
        new(content, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, TagBytes)));
}
