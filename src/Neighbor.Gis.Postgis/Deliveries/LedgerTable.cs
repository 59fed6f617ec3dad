using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>The table of a ledger as the model describes it, and the statements that bring rows into it.</summary>
/// <remarks>
/// <para>The statements are put together from names of the model alone, never from anything that came in.</para>
/// </remarks>
internal sealed class LedgerTable
{
    private LedgerTable(string name, IReadOnlyList<LedgerColumn> columns, IReadOnlyList<string> keys)
    {
        Name = name;
        Columns = columns;
        string match = string.Join(" and ", keys.Select(key => $"s.{key} = t.{key}"));
        string all = string.Join(", ", columns.Select(column => column.Name));
        string[] rest = [.. columns.Select(column => column.Name).Except(keys)];
        string stage = StageOf(name);
        string key = string.Join(" || ':' || ", keys.Select(k => $"s.{k}"));
        CreateStage = $"create temp table {stage} (like {name}) on commit drop";
        CopyIntoStage = $"copy {stage} ({all}) from stdin (format binary)";

        // Materialised: asked for the first of none, the planner would walk both tables in order and never get there.
        FindClash =
            $"with clash as materialized (select {key} as key, t.source from {stage} s join {name} t on {match} where t.source <> $1) "
            + "select key, source from clash order by key limit 1";
        DeleteMissing =
            $"delete from {name} t where t.source = $1 and not exists (select from {stage} s where {match})";
        UpdateChanged =
            $"update {name} t set {string.Join(", ", rest.Select(c => $"{c} = s.{c}"))} from {stage} s where {match} and "
            + $"({string.Join(", ", rest.Select(c => $"t.{c}"))}) is distinct from ({string.Join(", ", rest.Select(c => $"s.{c}"))})";
        InsertNew =
            $"insert into {name} ({all}) select {all} from {stage} s where not exists (select from {name} t where {match})";
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The columns that are stored, generated ones left out.</summary>
    public IReadOnlyList<LedgerColumn> Columns { get; }

    /// <summary>Makes an empty table of the same form that lives as long as the transaction.</summary>
    public string CreateStage { get; }

    /// <summary>Takes rows into it.</summary>
    public string CopyIntoStage { get; }

    /// <summary>Parameter: the source. Rows: a key that another source has already, and which.</summary>
    public string FindClash { get; }

    /// <summary>Parameter: the source. Takes away what the source no longer has.</summary>
    public string DeleteMissing { get; }

    /// <summary>Changes the rows that differ, and only those.</summary>
    public string UpdateChanged { get; }

    /// <summary>Adds what is new.</summary>
    public string InsertNew { get; }

    /// <summary>The name of the table that rows are staged in.</summary>
    public static string StageOf(string table) => $"stage_{table}";

    /// <summary>The table of a ledger.</summary>
    public static LedgerTable Of<T>(IModel model)
        where T : class
    {
        IEntityType entity =
            model.FindEntityType(typeof(T))
            ?? throw new ArgumentException($"{typeof(T).Name} is no ledger.", nameof(model));
        StoreObjectIdentifier store = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return new LedgerTable(
            store.Name,
            [
                .. entity
                    .GetProperties()
                    .Where(property => property.GetComputedColumnSql(store) is null)
                    .Select(property => new LedgerColumn(property, property.GetColumnName(store)!)),
            ],
            [.. entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName(store)!)]
        );
    }
}
