using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Neighbor.Gis.Ingest;
using Neighbor.Gis.Postgis.Schema;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>One list of a delivery on its way into its table.</summary>
internal sealed class StagedLedger
{
    private const int RowsPerReport = 2000;

    // No connection is ever opened by this context; it only knows the model.
    private static readonly Lazy<IModel> Model = new(() =>
    {
        using var context = new NeighborContext(ContextOptions.For("Host=/nowhere"));
        return context.Model;
    });

    private readonly IReadOnlyList<object> _rows;
    private readonly LedgerColumn? _geometry;

    private StagedLedger(LedgerTable table, IReadOnlyList<object> rows)
    {
        Table = table;
        _rows = rows;
        _geometry = table.Columns.FirstOrDefault(column => column.Name == "geom");
    }

    /// <summary>Where the rows go.</summary>
    public LedgerTable Table { get; }

    /// <summary>How many rows the delivery brings.</summary>
    public int Count => _rows.Count;

    /// <summary>The lists of a delivery, territory first: what lies in what is found out in this order.</summary>
    public static IReadOnlyList<StagedLedger> Of(Delivery delivery) =>
        [
            From(delivery.Areas),
            From(delivery.Grids),
            From(delivery.MicroGrids),
            From(delivery.Compounds),
            From(delivery.Gates),
            From(delivery.Lanes),
            From(delivery.Buildings),
            From(delivery.Entrances),
            From(delivery.Ways),
            From(delivery.Grounds),
            From(delivery.Obstacles),
            From(delivery.Centers),
            From(delivery.ServicePoints),
            From(delivery.Responders),
            From(delivery.Duties),
        ];

    /// <summary>Asks of every row that it says the source, brings its code once, and is in CGCS2000.</summary>
    public void Check(string source)
    {
        LedgerColumn sourceColumn = Table.Columns.First(column => column.Name == "source");
        LedgerColumn keyColumn = Table.Columns.First(column => column.Name is "code" or "id");
        var seen = new HashSet<object>(_rows.Count);
        foreach (object row in _rows)
        {
            object key = keyColumn.ValueOf(row)!;
            if (!string.Equals(sourceColumn.ValueOf(row) as string, source, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"The row {key} of {Table.Name} says the source '{sourceColumn.ValueOf(row)}' in a delivery of '{source}'.",
                    nameof(source)
                );
            }

            if (!seen.Add(key))
            {
                throw new CodeClashException(Table.Name, $"{key}", source, source);
            }

            if (_geometry?.ValueOf(row) is Geometry geometry && geometry.SRID != Spatial.Position.Srid)
            {
                throw new ArgumentException(
                    $"The geometry of {key} of {Table.Name} has SRID {geometry.SRID}; what is stored has {Spatial.Position.Srid}.",
                    nameof(source)
                );
            }
        }
    }

    /// <summary>Sends the rows into the staging table.</summary>
    public async Task CopyAsync(NpgsqlConnection connection, Action<int> report, CancellationToken cancellationToken)
    {
        await using NpgsqlBinaryImporter importer = await connection.BeginBinaryImportAsync(
            Table.CopyIntoStage,
            cancellationToken
        );
        for (int i = 0; i < _rows.Count; i++)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (LedgerColumn column in Table.Columns)
            {
                object? value = column.ValueOf(_rows[i]);
                if (value is null)
                {
                    await importer.WriteNullAsync(cancellationToken);
                }
                else
                {
                    await importer.WriteAsync(value, column.TypeName, cancellationToken);
                }
            }

            if ((i + 1) % RowsPerReport == 0)
            {
                report(i + 1);
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }

    private static StagedLedger From<T>(IReadOnlyList<T> rows)
        where T : class => new(LedgerTable.Of<T>(Model.Value), rows);
}
