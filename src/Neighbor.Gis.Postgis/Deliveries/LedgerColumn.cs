using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Neighbor.Gis.Postgis.Deliveries;

/// <summary>One stored column of a ledger, and how to take its value from a row in memory.</summary>
internal sealed class LedgerColumn
{
    private readonly IClrPropertyGetter _getter;
    private readonly ValueConverter? _converter;

    public LedgerColumn(IProperty property, string name)
    {
        Name = name;
        string storeType = property.GetRelationalTypeMapping().StoreType;
        int bracket = storeType.IndexOf('(', StringComparison.Ordinal);
        TypeName = bracket < 0 ? storeType : storeType[..bracket];
        _getter = property.GetGetter();
        _converter = property.GetTypeMapping().Converter ?? property.GetValueConverter();
    }

    /// <summary>Its name in the table.</summary>
    public string Name { get; }

    /// <summary>Its type, without what is in brackets.</summary>
    public string TypeName { get; }

    /// <summary>What is stored for <paramref name="row"/>, or null.</summary>
    public object? ValueOf(object row)
    {
        object? value = _getter.GetClrValue(row);
        return value is null || _converter is null ? value : _converter.ConvertToProvider(value);
    }
}
