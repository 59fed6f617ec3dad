using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>批量写入. Writes rows of one ledger by binary COPY, with the columns and conversions that the model names.</summary>
/// <typeparam name="T">The ledger's type.</typeparam>
internal sealed class TableCopy<T>
    where T : class
{
    private const int RowsPerReport = 2_000;

    private readonly Column[] _columns;
    private readonly string _copy;

    /// <summary>Reads the table's shape from the model.</summary>
    public TableCopy(IModel model)
    {
        IEntityType type =
            model.FindEntityType(typeof(T))
            ?? throw new InvalidOperationException($"{typeof(T).Name} is not part of the model.");
        Table = type.GetTableName()!;
        StoreObjectIdentifier store = StoreObjectIdentifier.Table(Table, type.GetSchema());
        _columns =
        [
            .. type.GetProperties()
                .Where(property => property.GetComputedColumnSql(store) is null)
                .Select(property => new Column(property, property.GetColumnName(store)!)),
        ];
        string names = string.Join(", ", _columns.Select(column => $"\"{column.Name}\""));
        _copy = string.Create(CultureInfo.InvariantCulture, $"COPY \"{Table}\" ({names}) FROM STDIN (FORMAT BINARY)");
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>Writes all rows; tells after every few thousand how many are written.</summary>
    public async Task WriteAsync(
        NpgsqlConnection connection,
        IReadOnlyList<T> rows,
        Action<int> written,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using NpgsqlBinaryImporter importer = await connection.BeginBinaryImportAsync(_copy, cancellationToken);
        int sinceReport = 0;
        foreach (T row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (Column column in _columns)
            {
                object? value = column.ValueOf(row);
                if (value is null)
                {
                    await importer.WriteNullAsync(cancellationToken);
                }
                else
                {
                    await importer.WriteAsync(value, column.StoreType, cancellationToken);
                }
            }

            if (++sinceReport == RowsPerReport)
            {
                written(sinceReport);
                sinceReport = 0;
            }
        }

        await importer.CompleteAsync(cancellationToken);
        written(sinceReport);
    }

    private sealed class Column
    {
        private readonly IClrPropertyGetter _getter;
        private readonly Func<object?, object?>? _convert;

        public Column(IProperty property, string name)
        {
            Name = name;
            _getter = property.GetGetter();
            _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            string stored = property.GetRelationalTypeMapping().StoreType;
            int modifier = stored.IndexOf('(', StringComparison.Ordinal);
            StoreType =
                modifier < 0
                    ? stored
                    : stored[..modifier] + (stored.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "");
        }

        public string Name { get; }

        public string StoreType { get; }

        public object? ValueOf(T row)
        {
            object? value = _getter.GetClrValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
