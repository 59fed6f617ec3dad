namespace Neighbor.Gis.Server.Moments;

/// <summary>时刻. When a walk of a question takes place.</summary>
/// <param name="Local">The local date and time, or null for a walk that is made whenever gates are open.</param>
/// <param name="IsHoliday">Whether that day is a public holiday.</param>
/// <param name="Instant">The same in UTC; now for a walk that is made whenever gates are open. Closures go by it.</param>
public sealed record Moment(DateTime? Local, bool IsHoliday, DateTime Instant);
