namespace Neighbor.Gis.Layers.Formats;

/// <summary>A place in a GeoJSON text.</summary>
/// <param name="FeatureIndex">The feature, counted from 0, or null outside of features.</param>
/// <param name="Path">The JSON path.</param>
/// <param name="ByteOffset">Bytes before it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Bytes, counted from 1.</param>
internal readonly record struct GeoJsonPlace(long? FeatureIndex, string Path, long ByteOffset, long Line, long Column);
