using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Neighbor.Gis.Neighborhood.Codes;

namespace Neighbor.Gis.Postgis.Schema;

/// <summary>Stores a grid's code as its fifteen digits.</summary>
internal sealed class GridCodeConverter()
    : ValueConverter<GridCode, string>(code => code.Value, text => GridCode.Parse(text));
