using Xunit;

namespace Neighbor.Gis.Layers.Tests;

/// <summary>Tests that measure memory: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
