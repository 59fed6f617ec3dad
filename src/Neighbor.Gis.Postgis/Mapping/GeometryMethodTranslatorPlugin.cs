using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Offers the translator of methods to EF Core.</summary>
internal sealed class GeometryMethodTranslatorPlugin(ISqlExpressionFactory sql, IRelationalTypeMappingSource types)
    : IMethodCallTranslatorPlugin
{
    public IEnumerable<IMethodCallTranslator> Translators { get; } =
    [new GeometryMethodTranslator(new PostgisExpressions(sql, types))];
}
