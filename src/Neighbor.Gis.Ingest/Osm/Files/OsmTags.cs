namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>The tags of one object: a window on the shared row of texts, key and value in turn.</summary>
internal readonly struct OsmTags(string[] texts, int first, int count)
{
    /// <summary>No tags at all.</summary>
    public static OsmTags None { get; } = new([], 0, 0);

    /// <summary>How many tags there are.</summary>
    public int Count => count;

    /// <summary>The value of a key, or null where the object does not carry it.</summary>
    public string? this[string key]
    {
        get
        {
            for (int i = first; i < first + (2 * count); i += 2)
            {
                if (texts[i] == key)
                {
                    return texts[i + 1];
                }
            }

            return null;
        }
    }

    /// <summary>Whether <paramref name="key"/> has one of the <paramref name="values"/>.</summary>
    public bool Has(string key, params ReadOnlySpan<string> values) => this[key] is { } value && values.Contains(value);

    /// <summary>Key and value number <paramref name="index"/>.</summary>
    public (string Key, string Value) At(int index) => (texts[first + (2 * index)], texts[first + (2 * index) + 1]);

    /// <summary>Tags from keys and values in turn.</summary>
    public static OsmTags Of(params string[] keysAndValues) => new(keysAndValues, 0, keysAndValues.Length / 2);
}
