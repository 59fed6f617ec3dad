using Microsoft.Extensions.ObjectPool;

namespace Neighbor.Gis.Server.Snapshots;

/// <summary>Makes working memory that forgets its last user by itself.</summary>
internal sealed class PoolPolicy<T>(Func<T> make) : PooledObjectPolicy<T>
    where T : class
{
    /// <inheritdoc />
    public override T Create() => make();

    /// <inheritdoc />
    public override bool Return(T obj) => true;
}
