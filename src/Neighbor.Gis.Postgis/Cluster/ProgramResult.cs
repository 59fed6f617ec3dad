namespace Neighbor.Gis.Postgis.Cluster;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Complaint">What it wrote to its standard error.</param>
internal sealed record ProgramResult(int ExitCode, string Output, string Complaint);
