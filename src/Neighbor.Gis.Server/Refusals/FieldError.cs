using System.Text.Json.Serialization;

namespace Neighbor.Gis.Server.Refusals;

/// <summary>What is wrong with one field of a question: the field, what was found there, and what is allowed.</summary>
/// <param name="Field">The field's name, as it stands in the address.</param>
/// <param name="Found">The value found; null where the field is missing.</param>
/// <param name="Allowed">What would have been accepted, in the caller's language.</param>
/// <param name="Hint">What was probably meant, where that can be told.</param>
public sealed record FieldError(
    string Field,
    string? Found,
    string Allowed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Hint = null
);
