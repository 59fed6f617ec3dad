using Neighbor.Gis.Ingest.Osm.Files;

namespace Neighbor.Gis.Ingest.Osm.Rules;

/// <summary>What the values of <c>foot</c> and <c>access</c> mean for a walker.</summary>
/// <remarks>
/// <para>A value that is in none of the lists says nothing; the next key is asked. Of several values joined by
/// semicolons the most generous counts.</para>
/// </remarks>
internal static class AccessWords
{
    private static readonly string[] Allowing = ["yes", "designated", "permissive", "official", "public"];
    private static readonly string[] Visiting = ["destination", "customers"];
    private static readonly string[] Reserved = ["private", "permit", "residents", "delivery"];
    private static readonly string[] Closing =
    [
        "no",
        "use_sidepath",
        "military",
        "agricultural",
        "forestry",
        "emergency",
    ];

    /// <summary>What the object says about walkers: <c>foot</c> first, then <c>access</c>.</summary>
    public static AccessWord Of(OsmTags tags) =>
        Of(tags["foot"]) is var foot && foot != AccessWord.Silent ? foot : Of(tags["access"]);

    /// <summary>What one value says.</summary>
    public static AccessWord Of(string? value)
    {
        var best = AccessWord.Silent;
        foreach (Range part in (value ?? "").AsSpan().Split(';'))
        {
            AccessWord word = OfOne(value.AsSpan()[part].Trim().ToString());
            best = word > best ? word : best;
        }

        return best;
    }

    /// <summary>Whether <c>foot</c> itself lets people in, whatever <c>access</c> says.</summary>
    public static bool LetsWalkersIn(OsmTags tags) => Of(tags["foot"]) is AccessWord.Allowed or AccessWord.Visitors;

    private static AccessWord OfOne(string value)
    {
        if (Allowing.Contains(value))
        {
            return AccessWord.Allowed;
        }

        if (Visiting.Contains(value))
        {
            return AccessWord.Visitors;
        }

        if (Reserved.Contains(value))
        {
            return AccessWord.Reserved;
        }

        return Closing.Contains(value) ? AccessWord.Closed : AccessWord.Silent;
    }
}
