namespace Neighbor.Gis.Server.Refusals;

/// <summary>One way a question can end without its answer; it has an address that never changes.</summary>
/// <param name="Name">The last part of the address, in kebab-case.</param>
/// <param name="Status">The HTTP status it is sent with.</param>
public sealed record ProblemType(string Name, int Status)
{
    /// <summary>The address, relative to the service; the page there explains it in both languages.</summary>
    public string Address => "/problems/" + Name;
}
