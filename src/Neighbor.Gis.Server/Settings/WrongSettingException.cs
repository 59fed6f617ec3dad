namespace Neighbor.Gis.Server.Settings;

/// <summary>A setting has a value it cannot have; the service does not start with it.</summary>
public sealed class WrongSettingException : Exception
{
    /// <summary>Says which setting, what was found there, and what is allowed.</summary>
    public WrongSettingException(string key, string? found, string allowed)
        : base(
            found is null
                ? $"The setting {key} is missing; allowed is {allowed}."
                : $"The setting {key} is \"{found}\"; allowed is {allowed}."
        ) => Key = key;

    /// <summary>The setting.</summary>
    public string Key { get; }
}
