namespace Neighbor.Gis.Cli.Words;

/// <summary>语言. A language the program speaks.</summary>
internal enum Language
{
    /// <summary>中文.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
