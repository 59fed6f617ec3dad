using System.Globalization;

namespace Neighbor.Gis.Server.Moments;

/// <summary>The moment an answer holds for.</summary>
/// <param name="At">The local date and time, or <c>whenever</c>: gates as they are whenever they are open.</param>
/// <param name="IsHoliday">Whether that day counts as a public holiday.</param>
/// <param name="Closures">The codes of the closures in force then; for <c>whenever</c>, those in force now.</param>
public sealed record MomentAnswer(string At, bool IsHoliday, IReadOnlyList<string> Closures)
{
    /// <summary>The answer's form of a moment.</summary>
    public static MomentAnswer Of(Moment moment, IEnumerable<string> closures) =>
        new(
            moment.Local?.ToString(MomentTextAttribute.Form, CultureInfo.InvariantCulture)
                ?? MomentTextAttribute.Whenever,
            moment.IsHoliday,
            [.. closures]
        );
}
