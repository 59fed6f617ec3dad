using Neighbor.Gis.Spatial;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>The street lines of a <see cref="BigTown"/>, and which pieces between two crossings are there.</summary>
/// <remarks>
/// <para>A place is <c>row · Lines + column</c>. The choices come from the seed alone, piece by piece in the order of places.</para>
/// </remarks>
internal sealed class StreetLattice
{
    /// <summary>How far apart the street lines are on average; with the gaps it gives 305,000 nodes on 15 km by 15 km.</summary>
    private const double MeanSpacingMetres = 26.95;

    /// <summary>The spacing in the middle as a share of the mean; it grows with the square of the distance from there.</summary>
    private const double MiddleShare = 0.4;

    /// <summary>How many pieces are there: 441,000 pieces for 305,000 nodes.</summary>
    private const double PieceShare = 0.7155;

    /// <summary>How far a crossing is moved at most, as a share of the spacing.</summary>
    private const double JitterShare = 0.28;

    private readonly int _lines;
    private readonly bool[] _hasEast;
    private readonly bool[] _hasNorth;
    private readonly (float East, float North)[] _metres;

    public StreetLattice(double sideMetres, int seed)
    {
        _lines = (int)Math.Round(sideMetres / MeanSpacingMetres);
        int places = _lines * _lines;
        _hasEast = new bool[places];
        _hasNorth = new bool[places];
        _metres = new (float, float)[places];
        Random random = new(seed);
        for (int place = 0; place < places; place++)
        {
            (int row, int column) = Math.DivRem(place, _lines);
            _hasEast[place] = column + 1 < _lines && random.NextDouble() < PieceShare;
            _hasNorth[place] = row + 1 < _lines && random.NextDouble() < PieceShare;
            double east = column + Jitter(random);
            double north = row + Jitter(random);
            _metres[place] = ((float)Spread(east, sideMetres), (float)Spread(north, sideMetres));
        }
    }

    /// <summary>Where a place is on the ground.</summary>
    public Position PositionOf(int place) => Ground.At(_metres[place].East, _metres[place].North);

    /// <summary>Which places belong to the largest part that hangs together.</summary>
    public bool[] LargestPart()
    {
        int[] part = new int[_metres.Length];
        List<int> sizes = [0];
        Queue<int> next = new();
        for (int place = 0; place < part.Length; place++)
        {
            if (part[place] != 0)
            {
                continue;
            }

            part[place] = sizes.Count;
            sizes.Add(0);
            next.Enqueue(place);
            while (next.TryDequeue(out int at))
            {
                sizes[part[at]]++;
                Visit(_hasEast[at], at + 1, part[at]);
                Visit(_hasNorth[at], at + _lines, part[at]);
                Visit(at % _lines > 0 && _hasEast[at - 1], at - 1, part[at]);
                Visit(at >= _lines && _hasNorth[at - _lines], at - _lines, part[at]);
            }
        }

        int largest = sizes.IndexOf(sizes.Max());
        return Array.ConvertAll(part, one => one == largest);

        void Visit(bool isThere, int place, int of)
        {
            if (isThere && part[place] == 0)
            {
                part[place] = of;
                next.Enqueue(place);
            }
        }
    }

    /// <summary>The longest runs of pieces along each street line, as places.</summary>
    public IEnumerable<int[]> Runs()
    {
        for (int line = 0; line < _lines; line++)
        {
            foreach (int[] run in RunsOf(line * _lines, 1, _hasEast).Concat(RunsOf(line, _lines, _hasNorth)))
            {
                yield return run;
            }
        }
    }

    private IEnumerable<int[]> RunsOf(int begin, int step, bool[] hasNext)
    {
        List<int> run = [];
        for (int i = 0, place = begin; i < _lines; i++, place += step)
        {
            run.Add(place);
            if (!hasNext[place])
            {
                if (run.Count > 1)
                {
                    yield return [.. run];
                }

                run.Clear();
            }
        }
    }

    private static double Jitter(Random random) => JitterShare * ((2 * random.NextDouble()) - 1);

    /// <summary>A line's place in metres from the middle: close together there, far apart outside.</summary>
    private double Spread(double line, double sideMetres)
    {
        double fromMiddle = (2 * line / (_lines - 1)) - 1;
        return sideMetres / 2 * ((MiddleShare * fromMiddle) + ((1 - MiddleShare) * Math.Pow(fromMiddle, 3)));
    }
}
