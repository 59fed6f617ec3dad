namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>PostgreSQL or PostGIS is not installed; the message names the packages to install.</summary>
public sealed class PostgresMissingException : Exception
{
    /// <summary>What was looked for, and which packages bring it.</summary>
    /// <param name="message">What was found and what was not.</param>
    /// <param name="packages">The Debian packages that are missing.</param>
    public PostgresMissingException(string message, IReadOnlyList<string> packages)
        : base($"{message} Install it with: apt-get install {string.Join(' ', packages)}")
    {
        Packages = packages;
    }

    /// <summary>The Debian packages that are missing.</summary>
    public IReadOnlyList<string> Packages { get; }
}
