using Neighbor.Gis.SampleCounty.Plane;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.SampleCounty.Streets;

/// <summary>
/// Sidewalks on both sides of the avenues, drawn when all lines are finished: they cross whatever joins the avenue at a
/// node of its own, and the avenue itself at crossings.
/// </summary>
internal sealed class Sidewalks(TownDraft town)
{
    /// <summary>Metres from the middle of an avenue to its sidewalk.</summary>
    private const double Offset = 14;

    /// <summary>Vertices of one way, at most.</summary>
    private const int LongestWay = 14;

    private readonly Dictionary<PlanePoint, List<(WayDraft Way, PlanePoint Toward)>> _arms = Arms(town.Ways);
    private readonly Dictionary<(PlanePoint, PlanePoint), PlanePoint> _nodes = [];
    private readonly List<WayDraft> _drawn = [];

    public void Draw()
    {
        // All runs are found first: drawing puts nodes into the avenues that others cross.
        List<(List<PlanePoint> Run, char Community)> runs =
        [
            .. town
                .Ways.Where(IsAvenue)
                .GroupBy(w => w.Name)
                .SelectMany(avenue => Runs(avenue).Select(run => (run, avenue.First().Community))),
        ];
        foreach ((List<PlanePoint> run, char community) in runs)
        {
            DrawSide(run, community);
            DrawSide([.. Enumerable.Reverse(run)], community);
        }

        town.Ways.AddRange(_drawn);
    }

    /// <summary>Avenues lead as far as the riverside roads; the bridges and the way to them have no sidewalk of their own.</summary>
    private bool IsAvenue(WayDraft way) =>
        way is { Kind: WayKind.Primary, IsBridge: false } && !IsBridgehead(way.Line[0]) && !IsBridgehead(way.Line[^1]);

    private bool IsBridgehead(PlanePoint point) => _arms[point].Exists(arm => arm.Way.IsBridge);

    private static Dictionary<PlanePoint, List<(WayDraft, PlanePoint)>> Arms(List<WayDraft> ways)
    {
        var arms = new Dictionary<PlanePoint, List<(WayDraft, PlanePoint)>>();
        foreach (WayDraft way in ways)
        {
            for (int i = 0; i < way.Line.Count; i++)
            {
                if (i > 0)
                {
                    Add(way.Line[i], way, way.Line[i - 1]);
                }

                if (i < way.Line.Count - 1)
                {
                    Add(way.Line[i], way, way.Line[i + 1]);
                }
            }
        }

        return arms;

        void Add(PlanePoint at, WayDraft way, PlanePoint toward)
        {
            if (!arms.TryGetValue(at, out List<(WayDraft, PlanePoint)>? list))
            {
                list = [];
                arms.Add(at, list);
            }

            list.Add((way, toward));
        }
    }

    /// <summary>The avenue's ways joined end to end.</summary>
    private static List<List<PlanePoint>> Runs(IEnumerable<WayDraft> ways)
    {
        var runs = new List<List<PlanePoint>>();
        foreach (WayDraft way in ways)
        {
            List<PlanePoint>? before = runs.Find(run => run[^1] == way.Line[0]);
            if (before is null)
            {
                runs.Add([.. way.Line]);
            }
            else
            {
                before.AddRange(way.Line.Skip(1));
            }
        }

        return runs;
    }

    /// <summary>The sidewalk on the left of a run.</summary>
    private void DrawSide(List<PlanePoint> run, char community)
    {
        var line = new List<PlanePoint>();
        for (int i = 0; i < run.Count; i++)
        {
            Vector at = run[i].Metres;
            Vector ahead = i < run.Count - 1 ? (run[i + 1].Metres - at).Unit : (at - run[i - 1].Metres).Unit;
            Vector back = i > 0 ? (run[i - 1].Metres - at).Unit : ahead * -1;
            List<(WayDraft Way, PlanePoint Toward, Vector Direction)> joining = JoiningLeft(run, i, ahead, back);
            var stops = new List<PlanePoint>();
            if (joining.Count == 0)
            {
                PlanePoint corner = PlanePoint.Of(at + Mitre(ahead, back));
                stops.Add(corner);
                if (i > 0 && i < run.Count - 1 && _arms[run[i]].Count > 2)
                {
                    _drawn.Add(Way(WayKind.Crossing, [run[i], corner], community));
                }
            }

            foreach ((WayDraft way, PlanePoint toward, Vector direction) in joining)
            {
                bool isAvenue = way.Kind == WayKind.Primary;
                if (isAvenue && i > 0)
                {
                    stops.Add(Corner(at, back, direction));
                }

                stops.Add(NodeOn(way, run[i], toward, direction, ahead));
                if (isAvenue && i < run.Count - 1)
                {
                    stops.Add(Corner(at, direction, ahead));
                }
            }

            foreach (PlanePoint stop in stops)
            {
                Continue(line, stop, ahead, community);
            }
        }

        Finish(line, community);
    }

    /// <summary>What joins on the left, in the order a walker meets it.</summary>
    private List<(WayDraft Way, PlanePoint Toward, Vector Direction)> JoiningLeft(
        List<PlanePoint> run,
        int index,
        Vector ahead,
        Vector back
    )
    {
        PlanePoint at = run[index];
        return
        [
            .. _arms[at]
                .Where(arm =>
                    (index == 0 || arm.Toward != run[index - 1])
                    && (index == run.Count - 1 || arm.Toward != run[index + 1])
                )
                .Select(arm => (arm.Way, arm.Toward, Direction: (arm.Toward.Metres - at.Metres).Unit))
                .Where(arm => Vector.Cross(ahead, arm.Direction) > 0.3 && Vector.Cross(arm.Direction, back) > 0.3)
                .OrderBy(arm => Vector.Dot(arm.Direction, ahead)),
        ];
    }

    private static Vector Mitre(Vector ahead, Vector back)
    {
        Vector across = (ahead - back).Unit.Left;
        return across * (Offset / Vector.Cross(ahead, across));
    }

    /// <summary>Where the sidewalks along two arms of a junction meet; the same for either order of the arms.</summary>
    private static PlanePoint Corner(Vector at, Vector one, Vector other) =>
        PlanePoint.Of(at + ((one + other) * (Offset / Math.Abs(Vector.Cross(one, other)))));

    /// <summary>The node of the joining way where the sidewalk crosses it.</summary>
    private PlanePoint NodeOn(WayDraft way, PlanePoint junction, PlanePoint toward, Vector direction, Vector ahead)
    {
        if (_nodes.TryGetValue((junction, toward), out PlanePoint known))
        {
            return known;
        }

        double reach = Offset / Vector.Cross(ahead, direction);
        double length = (toward.Metres - junction.Metres).Length;
        PlanePoint node = reach < length - 1 ? PlanePoint.Of(junction.Metres + (direction * reach)) : toward;
        if (node != toward)
        {
            int first = way.Line.IndexOf(junction);
            bool isAhead = way.Line.IndexOf(toward) > first;
            way.Line.Insert(isAhead ? first + 1 : first, node);
        }

        _nodes.Add((junction, toward), node);
        return node;
    }

    /// <summary>Goes on to the next stop; where that would lead back, the sidewalk ends and begins anew.</summary>
    private void Continue(List<PlanePoint> line, PlanePoint stop, Vector ahead, char community)
    {
        if (line.Count > 0 && Vector.Dot(stop.Metres - line[^1].Metres, ahead) < 1.5)
        {
            Finish(line, community);
        }
        else if (line.Count == LongestWay)
        {
            PlanePoint last = line[^1];
            Finish(line, community);
            line.Add(last);
        }

        line.Add(stop);
    }

    private void Finish(List<PlanePoint> line, char community)
    {
        if (line.Count > 1)
        {
            _drawn.Add(Way(WayKind.Path, [.. line], community));
        }

        line.Clear();
    }

    private static WayDraft Way(WayKind kind, List<PlanePoint> line, char community) =>
        new()
        {
            Kind = kind,
            Community = community,
            Line = line,
        };
}
