using System.Globalization;

namespace Neighbor.Gis.Server.Settings;

/// <summary>Reads the settings of one section; what is wrong is named by its whole key.</summary>
public sealed class SettingReader(IConfigurationSection section)
{
    private readonly List<string> _known = [];

    /// <summary>A number, or null where the setting is not made.</summary>
    /// <exception cref="WrongSettingException">It is none, or out of bounds.</exception>
    public double? FindNumber(string name, double least, double most)
    {
        _known.Add(name);
        if (section[name] is not { } text)
        {
            return null;
        }

        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        return isNumber && value >= least && value <= most
            ? value
            : throw new WrongSettingException(
                Key(name),
                text,
                string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}")
            );
    }

    /// <summary>Yes or no, or null where the setting is not made.</summary>
    /// <exception cref="WrongSettingException">It is neither.</exception>
    public bool? FindFlag(string name)
    {
        _known.Add(name);
        return section[name] switch
        {
            null => null,
            { } text when bool.TryParse(text, out bool value) => value,
            { } text => throw new WrongSettingException(Key(name), text, "true or false"),
        };
    }

    /// <summary>A text, or null where the setting is not made.</summary>
    public string? FindText(string name)
    {
        _known.Add(name);
        return section[name];
    }

    /// <summary>Refuses settings that nobody has asked for: a misspelt one must not go unheeded.</summary>
    /// <exception cref="WrongSettingException">There is one.</exception>
    public void RefuseOthers()
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new WrongSettingException(
                    child.Path,
                    child.Value ?? "…",
                    "nothing: the settings here are " + string.Join(", ", _known)
                );
            }
        }
    }

    private string Key(string name) => $"{section.Path}:{name}";
}
