using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Questions;

/// <summary>Allows a list of whole minutes, separated by commas.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MinutesListAttribute(int least, int most, int count) : ValidationAttribute, IAllowedText
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is null || (value is string text && Find(text) is not null);

    /// <inheritdoc />
    public string Allowed(Language language) =>
        ProblemTexts.Phrase("minutes-list", language, ("least", least), ("most", most), ("count", count));

    /// <summary>The minutes of a text in increasing order, or null where the text is not such a list.</summary>
    public IReadOnlyList<int>? Find(string text)
    {
        string[] parts = text.Split(',');
        var minutes = new SortedSet<int>();
        foreach (string part in parts)
        {
            if (
                !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int value)
                || value < least
                || value > most
                || !minutes.Add(value)
            )
            {
                return null;
            }
        }

        return minutes.Count <= count ? [.. minutes] : null;
    }
}
