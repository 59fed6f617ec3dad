using System.Text;
using System.Xml.Linq;
using Neighbor.Gis.Ingest.Osm;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Testing;
using Neighbor.Gis.Walking.Networks;
using Xunit;

namespace Neighbor.Gis.Ingest.Tests.Osm;

/// <summary>Real extracts in another order, and their surveys in another order, give the same network.</summary>
public sealed class RealOrderSpecs
{
    [Theory]
    [InlineData("osm/cn-guixi-2024/map.osm")]
    [InlineData("osm/cn-beijing-cau-2026/map.osm")]
    public void The_order_of_the_objects_and_of_the_rows_changes_nothing(string file)
    {
        string? path = RepositoryFiles.FindReal(file);
        Assert.SkipWhen(path is null, $"SKIPPED: no real data at {file}");
        XElement root = XElement.Load(path!);
        var random = new Random(3);
        string[] expected = Describe(Import(root), rows => [.. rows]);
        foreach (IGrouping<XName, XElement> kind in root.Elements().GroupBy(element => element.Name).ToArray())
        {
            XElement[] shuffled = [.. kind];
            random.Shuffle(shuffled);
            foreach (XElement element in shuffled)
            {
                element.Remove();
            }

            root.Add(shuffled);
        }

        Assert.True(expected.Length > 500);
        Assert.Equal(expected, Describe(Import(root), Shuffled));

        object[] Shuffled(IEnumerable<object> rows)
        {
            object[] shuffled = [.. rows];
            random.Shuffle(shuffled);
            return shuffled;
        }
    }

    private static Delivery Import(XElement root) =>
        OsmImport.Read(new MemoryStream(Encoding.UTF8.GetBytes(root.ToString())), "real.osm").Delivery;

    /// <summary>Everything of the network that can be asked for, one line a thing.</summary>
    private static string[] Describe(Delivery delivery, Func<IEnumerable<object>, object[]> order)
    {
        WalkingNetworkBuilder builder = NetworkSurvey.Collect(
            order(delivery.Ways).Cast<SurveyedWay>(),
            [.. order(delivery.Compounds).Cast<Neighborhood.Compounds.Compound>()],
            order(delivery.Gates).Cast<Neighborhood.Compounds.Gate>(),
            order(delivery.Obstacles).Cast<Neighborhood.Obstacles.Obstacle>(),
            order(delivery.Grounds).Cast<Neighborhood.Areas.Ground>()
        );
        WalkingNetwork network = builder.Build();
        List<string> lines =
        [
            .. delivery.Ways.Select(way =>
                $"{way.Id} {way.StepCount} {way.Rise} {way.InclinePercent} {way.Floors} {way.Signals} {way.Geom}"
            ),
            .. delivery.Obstacles.Select(obstacle => $"{obstacle.Code} {obstacle.Kind} {obstacle.Geom}"),
            .. builder.Report.WallCrossings.Select(crossing => crossing.ToString()),
            .. network.Gates.Select(gate => gate.ToString()),
        ];
        for (int link = 0; link < network.LinkCount; link++)
        {
            LinkId id = new(link);
            string course = string.Join(' ', network.CourseOf(new Stretch(id, 0, network.LengthMm(id))));
            lines.Add(
                $"{network.TailOf(id)} {network.HeadOf(id)} {network.KindOf(id)} {network.CanForward(id)} {network.CanBackward(id)} {network.ZoneOf(id)} {network.IsOnIsland(id)} {course}"
            );
        }

        return [.. lines];
    }
}
