using System.Diagnostics.CodeAnalysis;
using Neighbor.Gis.Neighborhood.Areas;

namespace Neighbor.Gis.Neighborhood.Codes;

/// <summary>区划代码. Twelve digits in segments of 2-2-2-3-3: province, prefecture, county, town, community.</summary>
/// <remarks>
/// <para>Source: the statistical division codes (统计用区划代码); the first six digits follow GB/T 2260, the next three
/// GB/T 10114. Codes are text: trailing zeros say nothing about the level by their number, only by their segment.</para>
/// </remarks>
public readonly record struct AreaCode
{
    /// <summary>How many digits a full code has.</summary>
    public const int Length = 12;

    private static readonly int[] SegmentEnds = [2, 4, 6, 9, 12];

    private AreaCode(string value) => Value = value;

    /// <summary>The twelve digits.</summary>
    public string Value { get; }

    /// <summary>The level of the last segment that is not all zeros.</summary>
    public AreaLevel Level
    {
        get
        {
            for (int segment = SegmentEnds.Length - 1; segment > 0; segment--)
            {
                if (
                    Value
                        .AsSpan(SegmentEnds[segment - 1], SegmentEnds[segment] - SegmentEnds[segment - 1])
                        .ContainsAnyExcept('0')
                )
                {
                    return (AreaLevel)(segment + 1);
                }
            }

            return AreaLevel.Province;
        }
    }

    /// <summary>The leading digits that every code below this one shares.</summary>
    public string Prefix => Value[..SegmentEnds[(int)Level - 1]];

    /// <summary>The code one segment up, or null for a province. The area itself may be missing from a list of areas.</summary>
    public AreaCode? Parent
    {
        get
        {
            for (int level = (int)Level - 1; level >= 1; level--)
            {
                string value = Value[..SegmentEnds[level - 1]].PadRight(Length, '0');
                if (value != Value)
                {
                    return new AreaCode(value);
                }
            }

            return null;
        }
    }

    /// <summary>Whether <paramref name="code"/> (an area's, a grid's, a building's) lies at or below this area.</summary>
    public bool Covers(string code) => code.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads 2, 4, 6, 9 or 12 digits; shorter codes are padded with zeros on the right.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AreaCode code)
    {
        code = default;
        if (
            text is null
            || text.Length is not (2 or 4 or 6 or 9 or 12)
            || text.AsSpan().ContainsAnyExceptInRange('0', '9')
            || text[0] == '0'
        )
        {
            return false;
        }

        code = new AreaCode(text.PadRight(Length, '0'));
        return true;
    }

    /// <summary>Reads a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text is not 2, 4, 6, 9 or 12 digits beginning with 1 to 9.</exception>
    public static AreaCode Parse(string text) =>
        TryParse(text, out AreaCode code)
            ? code
            : throw new FormatException(
                $"Got '{text}'; an area code is 2, 4, 6, 9 or 12 digits and begins with 1 to 9."
            );

    /// <inheritdoc />
    public override string ToString() => Value;
}
