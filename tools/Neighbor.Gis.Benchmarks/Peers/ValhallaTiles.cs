using System.Diagnostics;
using System.Globalization;
using System.Xml;
using Neighbor.Gis.Benchmarks.Towns;
using Neighbor.Gis.Spatial;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Benchmarks.Peers;

/// <summary>Gives a town to Valhalla: installs its package, writes the survey as OpenStreetMap, and builds its tiles. Once.</summary>
/// <remarks>
/// <para>Everything is kept in a folder outside the repository, and found there the next time. Needs node, npm, python3 (for
/// Valhalla's own configuration program) and osmium.</para>
/// </remarks>
internal sealed class ValhallaTiles(string folder, MeasuredTown town)
{
    private const long FirstMadeUp = 20_000_000_000;
    private const string Package = "@valhallajs/valhallajs";

    private string TownFolder => Path.Combine(folder, $"{town.Name}-{town.Streets.NodeCount}"); // another town needs other tiles

    private string Config => Path.Combine(TownFolder, "config.json");

    private string Built => Path.Combine(TownFolder, "built");

    /// <summary>Makes what is missing, and starts Valhalla on it.</summary>
    public async Task<ValhallaPeer> StartAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(TownFolder);
        string program = Path.Combine(folder, "node_modules", Package, "bin", "valhalla-cli.js");
        if (!File.Exists(program))
        {
            Bench.Say("installing Valhalla's package");
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{ "private": true }""", cancellation);
            await RunAsync(folder, "npm", ["install", "--ignore-scripts", Package], cancellation);
        }

        if (!File.Exists(Built))
        {
            Stopwatch watch = Stopwatch.StartNew();
            Bench.Say("building Valhalla's tiles");
            string xml = Path.Combine(TownFolder, "town.osm");
            string pbf = Path.Combine(TownFolder, "town.osm.pbf");
            Write(xml);
            await RunAsync(TownFolder, "osmium", ["cat", xml, "-o", pbf, "--overwrite"], cancellation);
            string tiles = Path.Combine(TownFolder, "tiles");
            string config = await RunAsync(
                TownFolder,
                "node",
                [program, "build_config", "--mjolnir-tile-dir", tiles, "--mjolnir-concurrency", "2"],
                cancellation
            );
            await File.WriteAllTextAsync(Config, config, cancellation);
            Stopwatch build = Stopwatch.StartNew();
            await RunAsync(TownFolder, "node", [program, "build_tiles", "-c", Config, pbf], cancellation);
            File.Delete(xml);
            await File.WriteAllTextAsync(
                Built,
                string.Create(CultureInfo.InvariantCulture, $"{build.Elapsed}"),
                cancellation
            );
            Bench.Say($"tiles built in {build.Elapsed.TotalSeconds:F0} s, all in {watch.Elapsed.TotalSeconds:F0} s");
        }

        return ValhallaPeer.Start(folder, Config);
    }

    private void Write(string path)
    {
        using XmlWriter xml = XmlWriter.Create(path);
        xml.WriteStartElement("osm");
        xml.WriteAttributeString("version", "0.6");
        Dictionary<long, Position> nodes = [];
        foreach (SurveyedWay way in town.Ways)
        {
            for (int i = 0; i < way.NodeIds.Count; i++)
            {
                nodes[NodeId(way.NodeIds[i])] = new Position(
                    way.Geom.GetCoordinateN(i).X,
                    way.Geom.GetCoordinateN(i).Y
                );
            }
        }

        foreach ((long id, Position at) in nodes.OrderBy(static node => node.Key))
        {
            xml.WriteStartElement("node");
            WriteIdentity(xml, id);
            xml.WriteAttributeString("lat", at.Latitude.ToString("F9", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("lon", at.Longitude.ToString("F9", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        for (int i = 0; i < town.Ways.Length; i++)
        {
            xml.WriteStartElement("way");
            WriteIdentity(xml, i + 1);
            foreach (long node in town.Ways[i].NodeIds)
            {
                xml.WriteStartElement("nd");
                xml.WriteAttributeString("ref", NodeId(node).ToString(CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }

            xml.WriteStartElement("tag");
            xml.WriteAttributeString("k", "highway");
            xml.WriteAttributeString("v", "residential");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The import gives made-up nodes numbers below zero, which Valhalla does not take.</summary>
    private static long NodeId(long id) => id >= 0 ? id : FirstMadeUp - id;

    private static void WriteIdentity(XmlWriter xml, long id)
    {
        xml.WriteAttributeString("id", id.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("version", "1");
        xml.WriteAttributeString("timestamp", "2026-01-01T00:00:00Z");
    }

    private static async Task<string> RunAsync(
        string workingFolder,
        string program,
        string[] arguments,
        CancellationToken cancellation
    )
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException(
                $"{program} {arguments[0]} ended with {process.ExitCode}: {await errors}"
            );
    }
}
