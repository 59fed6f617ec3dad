namespace Neighbor.Gis.Ingest.Osm.Reports;

/// <summary>What an import is busy with.</summary>
public enum ImportStage
{
    /// <summary>Reading the file.</summary>
    Reading,

    /// <summary>Drawing buildings, compounds, grounds and services.</summary>
    Drawing,

    /// <summary>Putting the walking network together.</summary>
    Networking,
}
