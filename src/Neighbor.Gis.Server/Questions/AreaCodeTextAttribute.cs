using System.ComponentModel.DataAnnotations;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Questions;

/// <summary>Allows a well-formed area code, short or full.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AreaCodeTextAttribute : ValidationAttribute, IAllowedText
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is null || AreaCode.TryParse(value as string, out _);

    /// <inheritdoc />
    public string Allowed(Language language) => ProblemTexts.Phrase("area-code", language);
}
