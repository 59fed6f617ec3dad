using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>Surveys made at random from a seed: crossings scattered over a field, joined to near ones by bent ways.</summary>
public static class RandomSurvey
{
    private const double FieldMetres = 1_000;
    private const long BendStep = 1_000;

    /// <summary>A survey of ways only; some are steps, some one way, and most have vertices where nothing is decided.</summary>
    /// <param name="seed">What it is made from.</param>
    /// <param name="crossings">How many crossings there are; below 1,000.</param>
    /// <param name="waysPerCrossing">How many ways for each of them.</param>
    /// <param name="hasTerrain">Whether ways have slopes, counted steps, lifts and signals as well.</param>
    public static Survey Make(int seed, int crossings = 12, double waysPerCrossing = 1.4, bool hasTerrain = false)
    {
        Random random = new(seed);
        Survey survey = new();
        (double East, double North)[] places = new (double, double)[crossings];
        for (int i = 0; i < crossings; i++)
        {
            places[i] = (random.NextDouble() * FieldMetres, random.NextDouble() * FieldMetres);
            survey.Node(i, places[i].East, places[i].North);
        }

        int ways = (int)(crossings * waysPerCrossing);
        for (int way = 0; way < ways; way++)
        {
            int from = way < crossings ? way : random.Next(crossings);
            int to = Near(places, from, random);
            WayTraits traits = hasTerrain ? WithTerrain(Traits(random), random) : Traits(random);
            survey.Add(traits, Bent(survey, places, from, to, way, random));
        }

        return survey;
    }

    private static int Near((double East, double North)[] places, int from, Random random)
    {
        int[] byDistance =
        [
            .. Enumerable
                .Range(0, places.Length)
                .Where(other => other != from)
                .OrderBy(other =>
                    Math.Pow(places[other].East - places[from].East, 2)
                    + Math.Pow(places[other].North - places[from].North, 2)
                ),
        ];
        return byDistance[random.Next(Math.Min(5, byDistance.Length))];
    }

    private static WayTraits Traits(Random random) =>
        new()
        {
            Kind = random.Next(6) == 0 ? WayKind.Steps : WayKind.Residential,
            Direction = random.Next(8) switch
            {
                0 => WayDirection.Forward,
                1 => WayDirection.Backward,
                _ => WayDirection.Both,
            },
        };

    private static WayTraits WithTerrain(WayTraits traits, Random random) =>
        traits with
        {
            Kind = random.Next(8) == 0 ? WayKind.Elevator : traits.Kind,
            StepCount = random.Next(2) == 0 ? random.Next(10, 100) : null,
            Rise = (WayRise)random.Next(3),
            InclinePercent = random.Next(3) == 0 ? random.Next(-35, 36) : null,
            Floors = random.Next(2) == 0 ? random.Next(1, 9) : null,
            Signals = random.Next(4) == 0 ? (SignalCrossing)random.Next(3) : SignalCrossing.None,
        };

    private static long[] Bent(
        Survey survey,
        (double East, double North)[] places,
        int from,
        int to,
        int way,
        Random random
    )
    {
        int bends = random.Next(4);
        long[] nodes = new long[bends + 2];
        nodes[0] = from;
        nodes[^1] = to;
        for (int bend = 1; bend <= bends; bend++)
        {
            double share = bend / (bends + 1.0);
            nodes[bend] = (BendStep * (way + 1)) + bend;
            survey.Node(
                nodes[bend],
                places[from].East + (share * (places[to].East - places[from].East)) + (40 * random.NextDouble()),
                places[from].North + (share * (places[to].North - places[from].North)) + (40 * random.NextDouble())
            );
        }

        return nodes;
    }
}
