using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Neighbor.Gis.Postgis.Mapping;

/// <summary>Offers the translator of properties to EF Core.</summary>
internal sealed class GeometryMemberTranslatorPlugin(ISqlExpressionFactory sql, IRelationalTypeMappingSource types)
    : IMemberTranslatorPlugin
{
    public IEnumerable<IMemberTranslator> Translators { get; } =
    [new GeometryMemberTranslator(new PostgisExpressions(sql, types))];
}
