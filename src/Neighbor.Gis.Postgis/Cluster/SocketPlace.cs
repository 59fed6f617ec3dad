using System.Security.Cryptography;
using System.Text;

namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>Where a cluster's socket goes. Its whole path must fit into a socket address.</summary>
internal static class SocketPlace
{
    /// <summary>Source: unix(7), sun_path of 108 bytes with its closing zero.</summary>
    public const int LongestPathBytes = 107;

    private const string SocketName = "/.s.PGSQL.5432";

    /// <summary>The folder asked for, else the home, else a short one whose name comes from the home's.</summary>
    /// <exception cref="ClusterException">The folder that was asked for is too long.</exception>
    public static string For(PrivateClusterOptions options)
    {
        if (options.SocketFolder is { } asked)
        {
            string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(asked));
            int length = PathBytes(folder);
            return length <= LongestPathBytes
                ? folder
                : throw new ClusterException(
                    $"The socket {folder}{SocketName} would have a path of {length} bytes; at most {LongestPathBytes} are allowed. "
                        + "Choose a shorter folder for the socket."
                );
        }

        if (PathBytes(options.Home) <= LongestPathBytes)
        {
            return options.Home;
        }

        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(options.Home));
        return $"/tmp/neighbor-socket-{Convert.ToHexStringLower(digest.AsSpan(0, 8))}";
    }

    private static int PathBytes(string folder) => Encoding.UTF8.GetByteCount(folder + SocketName);
}
