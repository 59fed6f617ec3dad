using System.Text;

namespace Neighbor.Gis.Postgis.Schema;

/// <summary>How names and words of the code are written in the database.</summary>
public static class SnakeCase
{
    /// <summary><c>MicroGridCode</c> becomes <c>micro_grid_code</c>; <c>Residents60Plus</c> becomes <c>residents_60_plus</c>.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            bool isNewWord =
                i > 0
                && (
                    char.IsAsciiLetterUpper(name[i])
                        ? !char.IsAsciiLetterUpper(name[i - 1])
                        : char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[i - 1])
                );
            if (isNewWord)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>A word of an enum as JSON and the database write it: <c>ManagedHighRise</c> becomes <c>managedHighRise</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => Word(value.ToString());

    /// <summary>The same for the word's name in code.</summary>
    public static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
