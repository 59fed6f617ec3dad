using Neighbor.Gis.Walking.Networks;

namespace Neighbor.Gis.Testing.Towns;

/// <summary>What a character of a drawing means.</summary>
internal sealed record Sign(Sides Sides, WayTraits Traits)
{
    private const Sides N = Sides.North;
    private const Sides E = Sides.East;
    private const Sides S = Sides.South;
    private const Sides W = Sides.West;

    private static readonly Sides[] BoxSides =
    [
        E | W,
        N | S,
        E | S,
        S | W,
        N | E,
        N | W,
        N | E | S,
        N | S | W,
        E | S | W,
        N | E | W,
        Sides.All,
    ];

    private static readonly Dictionary<char, Sign> Signs = AllSigns();

    /// <summary>Whether it is a place, which ways lead to from every side.</summary>
    public bool IsPlace { get; private init; }

    private Sides OneWayToward { get; init; }

    /// <summary>What a character means, or null for open ground.</summary>
    public static Sign? Find(char character) =>
        Signs.TryGetValue(character, out Sign? sign) ? sign
        : char.IsLetterOrDigit(character) ? new Sign(Sides.All, new WayTraits()) { IsPlace = true }
        : null;

    /// <summary>Which way a way may be walked that runs through this character toward a side.</summary>
    public WayDirection Direction(Sides toward)
    {
        if (OneWayToward == Sides.None || (Sides & toward) == Sides.None)
        {
            return WayDirection.Both;
        }

        return OneWayToward == toward ? WayDirection.Forward : WayDirection.Backward;
    }

    private static Dictionary<char, Sign> AllSigns()
    {
        Dictionary<char, Sign> signs = [];
        Add("─│┌┐└┘├┤┬┴┼", new WayTraits());
        Add("═║╔╗╚╝╠╣╦╩╬", new WayTraits { Kind = WayKind.Tertiary });
        Add("┄┆", new WayTraits { Access = WayAccess.Private });
        Add("~≀", new WayTraits { Kind = WayKind.Steps });
        signs.Add('→', new Sign(E | W, new WayTraits()) { OneWayToward = E });
        signs.Add('←', new Sign(E | W, new WayTraits()) { OneWayToward = W });
        signs.Add('↑', new Sign(N | S, new WayTraits()) { OneWayToward = N });
        signs.Add('↓', new Sign(N | S, new WayTraits()) { OneWayToward = S });
        return signs;

        void Add(string characters, WayTraits traits)
        {
            for (int i = 0; i < characters.Length; i++)
            {
                signs.Add(characters[i], new Sign(BoxSides[i], traits));
            }
        }
    }
}
