using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Neighbor.Gis.Neighborhood.Codes;

namespace Neighbor.Gis.Postgis.Schema;

/// <summary>Stores an area's code as its twelve digits.</summary>
internal sealed class AreaCodeConverter()
    : ValueConverter<AreaCode, string>(code => code.Value, text => AreaCode.Parse(text));
