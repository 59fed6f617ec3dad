using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Moments;

/// <summary>Allows a local date and time such as 2026-11-25T08:30, or the word <c>whenever</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MomentTextAttribute : ValidationAttribute, IAllowedText
{
    /// <summary>The word for a walk that is made whenever gates are open.</summary>
    public const string Whenever = "whenever";

    /// <summary>How a moment is written.</summary>
    public const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is null || (value is string text && (text == Whenever || Find(text) is not null));

    /// <inheritdoc />
    public string Allowed(Language language) => ProblemTexts.Phrase("moment", language);

    /// <summary>The local date and time a text names, or null.</summary>
    public static DateTime? Find(string text) =>
        DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
        && local.Year is > 1900 and < 2200
            ? local
            : null;
}
