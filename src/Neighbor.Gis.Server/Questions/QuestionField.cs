using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Neighbor.Gis.Server.Refusals;

namespace Neighbor.Gis.Server.Questions;

/// <summary>One field of a question: its name in the address, its type and its rules.</summary>
public sealed class QuestionField
{
    private readonly Type _type;
    private readonly ValidationAttribute[] _rules;

    /// <summary>Reads a field from the question's record.</summary>
    /// <param name="parameter">The parameter of its constructor; says the type and whether there is a usual value.</param>
    /// <param name="property">The property of the same name; carries the rules.</param>
    /// <param name="nullability">Knows which texts may be absent.</param>
    /// <param name="paceNames">What a <see cref="PaceNameAttribute"/> allows.</param>
    /// <remarks>
    /// <para>The rules stand on the property because the framework's description of the service casts the merged
    /// attributes of a constructor's parameter to the wrong array, and fails.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The parameter is of a type that addresses cannot carry.</exception>
    public QuestionField(
        ParameterInfo parameter,
        PropertyInfo property,
        NullabilityInfoContext nullability,
        IReadOnlyList<string> paceNames
    )
    {
        Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        IsRequired = !parameter.HasDefaultValue && nullability.Create(parameter).WriteState == NullabilityState.NotNull;
        _type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        UsualWord = !parameter.HasDefaultValue
            ? null
            : parameter.DefaultValue switch
            {
                null => null,
                string word => word,
                object value when _type.IsEnum => JsonNamingPolicy.CamelCase.ConvertName(
                    Enum.GetName(_type, value) ?? ""
                ),
                _ => null,
            };
        _rules = [.. property.GetCustomAttributes<ValidationAttribute>()];
        if (property.GetCustomAttribute<PaceNameAttribute>() is not null)
        {
            _rules = [.. _rules, new OneOfAttribute([.. paceNames])];
        }

        if (
            _type != typeof(double)
            && _type != typeof(int)
            && _type != typeof(bool)
            && _type != typeof(string)
            && !_type.IsEnum
        )
        {
            throw new ArgumentException(
                $"{Name} is a {_type}; an address carries numbers, words and texts.",
                nameof(parameter)
            );
        }
    }

    /// <summary>The name in the address.</summary>
    public string Name { get; }

    /// <summary>Whether the question cannot be asked without it.</summary>
    public bool IsRequired { get; }

    /// <summary>The word or text that stands for a field that is left out; null where there is none.</summary>
    public string? UsualWord { get; }

    /// <summary>The words the field takes, or an empty list where it takes numbers or texts.</summary>
    public IReadOnlyList<string> AllowedWords =>
        _type.IsEnum ? Words.Of(_type) : _rules.OfType<OneOfAttribute>().SingleOrDefault()?.Words ?? [];

    /// <summary>What is wrong with a text found in this field, or null where nothing is.</summary>
    public FieldError? Check(string text, Language language) =>
        Read(text) is { } value && Array.TrueForAll(_rules, rule => rule.IsValid(value))
            ? null
            : new FieldError(Name, text, Allowed(language));

    /// <summary>What the field allows, in words.</summary>
    public string Allowed(Language language)
    {
        if (_rules.OfType<IAllowedText>().FirstOrDefault() is { } rule)
        {
            return rule.Allowed(language);
        }

        if (_type.IsEnum)
        {
            return ProblemTexts.Phrase("one-of", language, ("words", string.Join(", ", AllowedWords)));
        }

        if (_type == typeof(bool))
        {
            return ProblemTexts.Phrase("yes-or-no", language);
        }

        RangeAttribute range =
            _rules.OfType<RangeAttribute>().SingleOrDefault()
            ?? throw new InvalidOperationException($"The field {Name} does not say what it allows.");
        return ProblemTexts.Phrase(
            _type == typeof(int) ? "whole-number" : "number",
            language,
            ("least", range.Minimum),
            ("most", range.Maximum)
        );
    }

    /// <summary>A checked text as the framework binds it: it knows a word of an enumeration only by its name in the code.</summary>
    public string ForBinding(string text) =>
        _type.IsEnum ? Enum.GetNames(_type)[AllowedWords.ToList().IndexOf(text)] : text;

    /// <summary>The number in a text, whatever the rules say; null where it is none.</summary>
    public static double? Number(string text) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out double number
        ) && double.IsFinite(number)
            ? number
            : null;

    private object? Read(string text)
    {
        if (_type == typeof(double))
        {
            return Number(text);
        }

        if (_type == typeof(int))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                ? number
                : null;
        }

        if (_type == typeof(bool))
        {
            return text is "true" or "false" ? text == "true" : null;
        }

        if (_type.IsEnum)
        {
            return AllowedWords.Contains(text) ? text : null;
        }

        return text.Length > 0 ? text : null;
    }
}
