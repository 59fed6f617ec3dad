using System.Globalization;
using System.Text;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Paces;
using Neighbor.Gis.Walking.Searches;
using Neighbor.Gis.Walking.Snaps;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>A small town as a drawing: every character is 100 m of ground, and what is built is the real network.</summary>
/// <remarks>
/// <para>
/// <c>─│┌┐└┘├┤┬┴┼</c> lanes · <c>═║╔╗╚╝╠╣╦╩╬</c> streets · <c>┄┆</c> private ways · <c>~≀</c> steps · <c>→←↑↓</c> one way ·
/// letters and digits are places, and nodes where a way leads to them. Two characters are joined where both lead to the other.
/// </para>
/// <example><code>
/// Town town = Town.Draw("""
///     h───g══════c
///         │
///         w
///     """);
/// </code></example>
/// </remarks>
public sealed class Town
{
    /// <summary>How much ground a character is.</summary>
    public const double CellMetres = 100;

    private const long RowStep = 10_000;

    private readonly string[] _rows;
    private readonly Survey _survey = new();
    private WalkingNetwork? _network;
    private Snapper? _snapper;

    private Town(string[] rows) => _rows = rows;

    /// <summary>The network, built at the first question.</summary>
    public WalkingNetwork Network => _network ??= _survey.Build();

    /// <summary>What building it reported.</summary>
    public BuildReport Report => Network is null ? new BuildReport() : _survey.Report;

    /// <summary>The survey it is built from.</summary>
    public Survey Survey => _survey;

    private Snapper Snapper => _snapper ??= new Snapper(Network);

    /// <summary>Surveys a drawing.</summary>
    public static Town Draw(string drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        Town town = new(drawing.Split('\n'));
        town.AddWays();
        return town;
    }

    /// <summary>Marks ground as zones: a second drawing of the same extent. Upper case letters are walled, lower case open.</summary>
    /// <param name="drawing">Each letter is a cell of the zone of that code.</param>
    /// <param name="nesting">"BA" puts zone B inside zone A, whose ground then includes B's.</param>
    public Town Zoned(string drawing, params string[] nesting)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        Dictionary<char, char> parents = nesting.ToDictionary(static pair => pair[0], static pair => pair[1]);
        Dictionary<char, List<Geometry>> cells = [];
        string[] rows = drawing.Split('\n');
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                for (char zone = rows[row][column]; char.IsLetter(zone); zone = parents.GetValueOrDefault(zone))
                {
                    if (!cells.TryGetValue(zone, out List<Geometry>? ground))
                    {
                        cells.Add(zone, ground = []);
                    }

                    ground.Add(CellAt(row, column));
                }
            }
        }

        foreach ((char zone, List<Geometry> ground) in cells)
        {
            string? parent = parents.TryGetValue(zone, out char outer) ? outer.ToString() : null;
            Geometry outline = UnaryUnionOp.Union(ground);
            outline.SRID = Position.Srid;
            _survey.Zone(new Zone(zone.ToString(), parent, outline, char.IsUpper(zone)));
        }

        return this;
    }

    /// <summary>Puts a gate on a place.</summary>
    public Town Gate(
        char place,
        Passage passage,
        string? zone = null,
        string? hours = null,
        GateDirection direction = GateDirection.Both
    )
    {
        (int row, int column) = Find(place);
        _survey.Gate(place.ToString(), NodeAt(row, column), passage, zone, hours, direction);
        return this;
    }

    /// <summary>Where a place is.</summary>
    public Position At(char place)
    {
        (int row, int column) = Find(place);
        return Ground.At(column * CellMetres, -row * CellMetres);
    }

    /// <summary>The position so many metres east and north of a place.</summary>
    public Position Near(char place, double eastMetres, double northMetres)
    {
        (int row, int column) = Find(place);
        return Ground.At((column * CellMetres) + eastMetres, (-row * CellMetres) + northMetres);
    }

    /// <summary>Places a position on the network.</summary>
    public Snapping Snap(Position position, string? zone = null) => Snapper.Snap(position, zone);

    /// <summary>The best place on the network for a place of the town.</summary>
    public SnapPoint Seed(char place, string? zone = null) => ((Snapping.Snapped)Snap(At(place), zone)).First;

    /// <summary>How many metres one walks from one place to another at the planning pace, or null where one cannot.</summary>
    public double? WalkMetres(
        char from,
        char to,
        NetworkOverlay? overlay = null,
        WalkDirection direction = WalkDirection.Forward
    )
    {
        const double MillimetresPerMetre = 1000;
        WalkingSearch search = new(Network);
        bool isForward = direction == WalkDirection.Forward;
        search.Run([Seed(isForward ? from : to)], Pace.Planning, int.MaxValue, direction, overlay);
        return search.WalkMs(Seed(isForward ? to : from)) / MillimetresPerMetre;
    }

    /// <summary>The town as a picture, for the eye of whoever must find out why a test failed.</summary>
    public string ToSvg()
    {
        StringBuilder svg = new();
        CultureInfo plain = CultureInfo.InvariantCulture;
        double width = (_rows.Max(static row => row.Length) + 1) * CellMetres;
        double height = (_rows.Length + 1) * CellMetres;
        svg.Append(plain, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-100 -100 {width} {height}\">");
        for (int link = 0; link < Network.LinkCount; link++)
        {
            Position[] course = Network.CourseOf(new Stretch(new LinkId(link), 0, Network.LengthMm(new LinkId(link))));
            string points = string.Join(
                ' ',
                course.Select(Ground.Metres).Select(at => string.Create(plain, $"{at.East:0},{-at.North:0}"))
            );
            string colour = Network.ZoneOf(new LinkId(link)).Value == 0 ? "black" : "brown";
            svg.Append(plain, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"5\"/>");
        }

        foreach ((char place, int row, int column) in Places())
        {
            svg.Append(
                plain,
                $"<text x=\"{column * CellMetres}\" y=\"{row * CellMetres}\" font-size=\"60\">{place}</text>"
            );
        }

        return svg.Append("</svg>").ToString();
    }

    private static long NodeAt(int row, int column) => (row * RowStep) + column + 1;

    private static Polygon CellAt(int row, int column)
    {
        double west = (column - 0.5) * CellMetres;
        double south = (-row - 0.5) * CellMetres;
        return Ground.Rectangle(west, south, west + CellMetres, south + CellMetres);
    }

    private void AddWays()
    {
        for (int row = 0; row < _rows.Length; row++)
        {
            for (int column = 0; column < _rows[row].Length; column++)
            {
                if (SignAt(row, column) is not null)
                {
                    _survey.Node(NodeAt(row, column), column * CellMetres, -row * CellMetres);
                }
            }
        }

        for (int row = 0; row < _rows.Length; row++)
        {
            for (int column = 0; column < _rows[row].Length; column++)
            {
                Join(row, column, row, column + 1, Sides.East, Sides.West);
                Join(row, column, row + 1, column, Sides.South, Sides.North);
            }
        }
    }

    private void Join(int row, int column, int otherRow, int otherColumn, Sides toward, Sides back)
    {
        if (
            SignAt(row, column) is not { } one
            || SignAt(otherRow, otherColumn) is not { } other
            || !one.Sides.HasFlag(toward)
            || !other.Sides.HasFlag(back)
            || (one.IsPlace && other.IsPlace)
        )
        {
            return;
        }

        WayTraits traits = one.IsPlace || other.Direction(toward) != WayDirection.Both ? other.Traits : one.Traits;
        WayDirection direction =
            one.Direction(toward) != WayDirection.Both ? one.Direction(toward) : other.Direction(toward);
        _survey.Add(traits with { Direction = direction }, [NodeAt(row, column), NodeAt(otherRow, otherColumn)]);
    }

    private Sign? SignAt(int row, int column) =>
        row < _rows.Length && column < _rows[row].Length ? Sign.Find(_rows[row][column]) : null;

    private (int Row, int Column) Find(char place)
    {
        foreach ((char found, int row, int column) in Places())
        {
            if (found == place)
            {
                return (row, column);
            }
        }

        throw new ArgumentException($"There is no {place} in the drawing.", nameof(place));
    }

    private IEnumerable<(char Place, int Row, int Column)> Places()
    {
        for (int row = 0; row < _rows.Length; row++)
        {
            for (int column = 0; column < _rows[row].Length; column++)
            {
                if (Sign.Find(_rows[row][column]) is { IsPlace: true })
                {
                    yield return (_rows[row][column], row, column);
                }
            }
        }
    }
}
