using Neighbor.Gis.Testing.Towns;
using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Walking.Tests.Searches;

/// <summary>Small towns of three by three crossings, with estates at random, courts inside them, and gates of every kind.</summary>
internal static class RandomZones
{
    private const int Side = 3;
    private const double BlockMetres = 100;

    public static Survey Make(int seed)
    {
        Random random = new(seed);
        Survey survey = new();
        for (int i = 0; i < Side * Side; i++)
        {
            // Pushed about a little, so that no two walks are equally long by accident.
            double east = (i % Side * BlockMetres) + (20 * random.NextDouble());
            double north = (i / Side * BlockMetres) + (20 * random.NextDouble());
            survey.Node(i, east, north);
        }

        for (int i = 0; i < Side * Side; i++)
        {
            AddWay(survey, random, i, i + 1, i % Side < Side - 1);
            AddWay(survey, random, i, i + Side, i / Side < Side - 1);
        }

        double west = (random.Next(5) * 40) - 30;
        double south = (random.Next(5) * 40) - 30;
        survey.Zone("A", west, south, west + 90 + random.Next(100), south + 90 + random.Next(100), random.Next(4) > 0);
        if (random.Next(2) == 0)
        {
            survey.Zone("B", west + 10, south + 10, west + 80, south + 80, random.Next(4) > 0, "A");
        }

        for (int i = 0; i < Side * Side; i++)
        {
            if (random.Next(2) == 0)
            {
                string? zone = random.Next(3) switch
                {
                    0 => "A",
                    1 => "B",
                    _ => null,
                };
                GateDirection direction = random.Next(4) == 0 ? (GateDirection)random.Next(3) : GateDirection.Both;
                survey.Gate($"g{i}", i, (Passage)random.Next(3), zone, direction: direction);
            }
        }

        return survey;
    }

    private static void AddWay(Survey survey, Random random, int from, int to, bool isInside)
    {
        if (!isInside || random.Next(6) == 0)
        {
            return;
        }

        WayTraits traits = new()
        {
            Access = random.Next(8) == 0 ? WayAccess.Private : WayAccess.Public,
            Direction = random.Next(8) == 0 ? WayDirection.Forward : WayDirection.Both,
        };
        survey.Add(traits, [from, to]);
    }
}
