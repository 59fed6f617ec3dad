namespace Neighbor.Gis.Benchmarks.Jobs;

/// <summary>Two who answer the same question answer differently: no time of theirs means anything.</summary>
internal sealed class MismatchException(string message) : Exception(message)
{
    /// <summary>Throws where two values differ by more than is allowed.</summary>
    public static void ThrowIfApart(double ours, double theirs, double allowed, string what)
    {
        if (!(Math.Abs(ours - theirs) <= allowed))
        {
            throw new MismatchException($"{what}: got {ours:R} here and {theirs:R} there.");
        }
    }
}
