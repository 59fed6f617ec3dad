namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>Counts findings while an import runs.</summary>
internal sealed class FindingTally
{
    private readonly Dictionary<(Ledger, Finding), (int Count, string Example)> _counts = [];

    /// <summary>Counts one more.</summary>
    public void Add(Ledger ledger, Finding finding, string code, int count = 1)
    {
        if (count == 0)
        {
            return;
        }

        (int before, string? example) = _counts.GetValueOrDefault((ledger, finding));
        _counts[(ledger, finding)] = (before + count, example ?? code);
    }

    /// <summary>What was counted, by ledger, most frequent first.</summary>
    public IReadOnlyList<FindingCount> ToList() =>
        [
            .. _counts
                .Select(c => new FindingCount(c.Key.Item1, c.Key.Item2, c.Value.Count, c.Value.Example))
                .OrderBy(c => c.Ledger)
                .ThenByDescending(c => c.Count)
                .ThenBy(c => c.Finding.Key, StringComparer.Ordinal),
        ];
}
