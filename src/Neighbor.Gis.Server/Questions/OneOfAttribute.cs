using System.ComponentModel.DataAnnotations;

namespace Neighbor.Gis.Server.Questions;

/// <summary>Allows one of several words.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class OneOfAttribute(params string[] words) : ValidationAttribute, IAllowedText
{
    /// <summary>The words, in the order they are listed to people.</summary>
    public IReadOnlyList<string> Words { get; } = words;

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is null || (value is string word && Words.Contains(word));

    /// <inheritdoc />
    public string Allowed(Refusals.Language language) =>
        Refusals.ProblemTexts.Phrase("one-of", language, ("words", string.Join(", ", Words)));
}
