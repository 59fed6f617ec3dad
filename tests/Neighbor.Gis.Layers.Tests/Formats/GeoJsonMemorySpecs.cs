using Neighbor.Gis.Layers.Formats;
using Xunit;

namespace Neighbor.Gis.Layers.Tests.Formats;

[Collection(Alone.Name)]
public sealed class GeoJsonMemorySpecs
{
    [Fact]
    public void A_long_collection_is_read_in_flat_memory()
    {
        // 200,000 features of about 100 bytes are 20 MB of text; the reader may hold one buffer of 64 kB.
        using RepeatingStream stream = new(
            "{\"type\":\"FeatureCollection\",\"features\":[\n"u8.ToArray(),
            "{\"type\":\"Feature\",\"properties\":{\"n\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.5,25.2]}}"u8.ToArray(),
            200_000,
            "]}"u8.ToArray()
        );
        long most = 0;
        long count = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (Feature _ in new GeoJsonReader(stream).Read())
        {
            if (++count % 50_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(200_000, count);
        Assert.InRange(most, long.MinValue, 1_000_000);
    }
}
