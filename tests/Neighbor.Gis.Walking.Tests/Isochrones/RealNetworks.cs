using Neighbor.Gis.Ingest;
using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Spatial.Hours;
using Neighbor.Gis.Testing;
using Neighbor.Gis.Walking.Networks;
using Xunit;

namespace Neighbor.Gis.Walking.Tests.Isochrones;

/// <summary>Networks of real extracts, made as in production: import, then builder.</summary>
internal static class RealNetworks
{
    /// <summary>Every extract that drawings are accepted on.</summary>
    public static readonly string[] Extracts =
    [
        "las-palmas-2023/las_palmas_20230221.osm.pbf",
        "monaco-2016/monaco.osm.pbf",
        "liechtenstein-2013/liechtenstein-2013-08-03.osm.pbf",
        "liechtenstein-2013/liechtenstein-2015-07-27.osm.pbf",
        "porto-alegre-2020/poa_osm.osm.pbf",
        "cn-guixi-2024/map.osm",
        "cn-ninghua-2023/map.osm",
        "cn-beijing-cau-2026/map.osm",
    ];

    public static WalkingNetwork Read(string extract)
    {
        string? path = RepositoryFiles.FindReal(Path.Combine("osm", extract));
        if (path is null)
        {
            Assert.Skip($"SKIPPED: no {extract} here. Name the folder of the real data in NEIGHBOR_REAL_DATA.");
        }

        return Build(OsmImport.Read(path).Delivery);
    }

    private static WalkingNetwork Build(Delivery delivery)
    {
        WalkingNetworkBuilder builder = new();
        foreach (SurveyedWay way in delivery.Ways)
        {
            builder.AddWay(way);
        }

        HashSet<string> compounds = [.. delivery.Compounds.Select(compound => compound.Code)];
        foreach (Compound compound in delivery.Compounds)
        {
            string? parent = compound.ParentCode is { } code && compounds.Contains(code) ? code : null;
            builder.AddZone(new Zone(compound.Code, parent, compound.Geom, compound.IsWalled));
        }

        foreach (Gate gate in delivery.Gates)
        {
            Passage passage = gate.Access switch
            {
                GateAccess.Open => Passage.Free,
                GateAccess.ResidentsOnly or GateAccess.StaffedVisitors => Passage.Terminal,
                _ => Passage.Blocked,
            };
            OpeningHours? hours =
                gate.Hours is { } text && OpeningHours.TryParse(text, out OpeningHours? read, out _) ? read : null;
            string? zone = gate.CompoundCode is { } code && compounds.Contains(code) ? code : null;
            builder.AddGate(new SurveyedGate(gate.Code, gate.NodeId, passage, hours, zone));
        }

        return builder.Build();
    }
}
