using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Neighbor.Gis.Neighborhood.Codes;

/// <summary>网格代码. Fifteen digits: the community's twelve and a sequence of 001 to 999, never used twice.</summary>
/// <remarks>
/// <para>Source: the form of GB/T 30428.1 (unit grids of digital city management).</para>
/// </remarks>
public readonly record struct GridCode
{
    /// <summary>How many digits a code has.</summary>
    public const int Length = 15;

    private GridCode(string value) => Value = value;

    /// <summary>The fifteen digits.</summary>
    public string Value { get; }

    /// <summary>The community that the grid tiles.</summary>
    public AreaCode Community => AreaCode.Parse(Value[..AreaCode.Length]);

    /// <summary>The place of the grid inside its community, 1 to 999.</summary>
    public int Sequence => int.Parse(Value.AsSpan(AreaCode.Length), CultureInfo.InvariantCulture);

    /// <summary>The code of the <paramref name="sequence"/>-th grid of <paramref name="community"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is not 1 to 999.</exception>
    public static GridCode Of(AreaCode community, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 999);
        return new GridCode(community.Value + sequence.ToString("000", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads fifteen digits whose last three are not zero.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GridCode code)
    {
        code = default;
        if (
            text is not { Length: Length }
            || text.AsSpan().ContainsAnyExceptInRange('0', '9')
            || text[0] == '0'
            || text.EndsWith("000", StringComparison.Ordinal)
        )
        {
            return false;
        }

        code = new GridCode(text);
        return true;
    }

    /// <summary>Reads a code that is known to be well formed.</summary>
    /// <exception cref="FormatException">The text is not a grid code.</exception>
    public static GridCode Parse(string text) =>
        TryParse(text, out GridCode code)
            ? code
            : throw new FormatException($"Got '{text}'; a grid code is 15 digits and does not end in 000.");

    /// <inheritdoc />
    public override string ToString() => Value;
}
