using System.Diagnostics;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Benchmarks.Peers;

/// <summary>Valhalla inside a node program that times itself: no network, no start of a program is in its figures.</summary>
internal sealed class ValhallaPeer : IDisposable
{
    private const double PedestrianKilometresPerHour = 4.32; // 1.2 m/s
    private const int Minutes = 15;

    private readonly Process _node;

    private ValhallaPeer(Process node) => _node = node;

    /// <summary>The time of the last answer, as measured there.</summary>
    public double LastNanoseconds { get; private set; }

    /// <summary>Starts it on tiles that were built.</summary>
    /// <param name="folder">Where the package is installed.</param>
    /// <param name="config">Valhalla's own configuration.</param>
    public static ValhallaPeer Start(string folder, string config)
    {
        ProcessStartInfo start = new("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Peers", "valhalla.mjs"));
        start.ArgumentList.Add(folder);
        start.ArgumentList.Add(config);
        Process node = Process.Start(start)!;
        node.ErrorDataReceived += static (_, _) => { }; // read, or its log would fill the pipe
        node.BeginErrorReadLine();
        ValhallaPeer peer = new(node);
        peer.ReadAnswer("ready");
        return peer;
    }

    /// <summary>The polygon of a quarter of an hour.</summary>
    public Geometry Isochrone(Position origin)
    {
        JsonNode answer = Ask(
            "isochrone",
            Walking(
                [origin],
                "locations",
                new JsonObject
                {
                    ["contours"] = new JsonArray(new JsonObject { ["time"] = Minutes }),
                    ["polygons"] = true,
                }
            )
        );
        JsonArray rings = answer["features"]![0]!["geometry"]!["coordinates"]!.AsArray();
        GeometryFactory factory = new(new PrecisionModel(), Position.Srid);
        LinearRing[] lines =
        [
            .. rings.Select(ring =>
                factory.CreateLinearRing([
                    .. ring!
                        .AsArray()
                        .Select(at => new Coordinate(at![0]!.GetValue<double>(), at[1]!.GetValue<double>())),
                ])
            ),
        ];
        return factory.CreatePolygon(lines[0], lines[1..]);
    }

    /// <summary>The walks from one place to several, in seconds; null for those it does not find.</summary>
    public double?[] Matrix(Position origin, IReadOnlyList<Position> targets)
    {
        JsonObject more = new() { ["targets"] = Places(targets) };
        JsonNode answer = Ask("matrix", Walking([origin], "sources", more));
        return [.. answer["sources_to_targets"]![0]!.AsArray().Select(cell => cell!["time"]?.GetValue<double>())];
    }

    /// <summary>Only places the origin on its ways.</summary>
    public void Locate(Position origin) => Ask("locate", Walking([origin], "locations", []));

    /// <inheritdoc/>
    public void Dispose()
    {
        _node.StandardInput.Close();
        if (!_node.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _node.Kill();
        }

        _node.Dispose();
    }

    private static JsonArray Places(IEnumerable<Position> positions) =>
        [.. positions.Select(at => new JsonObject { ["lat"] = at.Latitude, ["lon"] = at.Longitude })];

    private static JsonObject Walking(IEnumerable<Position> origins, string originsName, JsonObject more)
    {
        more[originsName] = Places(origins);
        more["costing"] = "pedestrian";
        more["costing_options"] = new JsonObject
        {
            ["pedestrian"] = new JsonObject { ["walking_speed"] = PedestrianKilometresPerHour },
        };
        return more;
    }

    private JsonNode Ask(string verb, JsonObject query)
    {
        _node.StandardInput.WriteLine(new JsonObject { ["verb"] = verb, ["query"] = query }.ToJsonString());
        JsonNode line = ReadAnswer(verb);
        LastNanoseconds = line["nanoseconds"]!.GetValue<double>();
        return line["answer"]!;
    }

    private JsonNode ReadAnswer(string what)
    {
        string? text = _node.StandardOutput.ReadLine();
        JsonNode? line = text is null ? null : JsonNode.Parse(text);
        return line is not null && line["error"] is null
            ? line
            : throw new InvalidOperationException($"Valhalla gave no answer to {what}: {text ?? "it has ended"}");
    }
}
