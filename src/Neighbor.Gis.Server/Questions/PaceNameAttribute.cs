using Neighbor.Gis.Walking.Paces;

namespace Neighbor.Gis.Server.Questions;

/// <summary>Allows the name of a pace.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PaceNameAttribute() : OneOfAttribute([.. Pace.All.Select(pace => pace.Name)])
{
    /// <summary>The pace a checked question names.</summary>
    /// <exception cref="ArgumentException">There is no such pace; the question was not checked.</exception>
    public static Pace Get(string name) =>
        Pace.Find(name) ?? throw new ArgumentException($"There is no pace called {name}.", nameof(name));
}
