using Neighbor.Gis.Ingest;
using Neighbor.Gis.SampleCounty;

namespace Neighbor.Gis.Cli.Tests.SampleCounty;

/// <summary>The county, made once for all tests.</summary>
internal static class GeneratedCounty
{
    public static Delivery Delivery { get; } = SampleCountyGenerator.Generate();
}
