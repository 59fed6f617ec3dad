using System.Globalization;
using Neighbor.Gis.Neighborhood.Codes;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Compounds;
using Neighbor.Gis.SampleCounty.Plan;

namespace Neighbor.Gis.SampleCounty.Grids;

/// <summary>Codes of communities, grids, micro-grids, compounds and buildings.</summary>
internal sealed class Numbering
{
    private const string CountyPrefix = "359921";

    private readonly Dictionary<char, AreaCode> _communities = [];
    private readonly Dictionary<(char Community, string Letter, int Digits), int> _last = [];

    public Numbering()
    {
        foreach (IGrouping<int, char> town in TownPlan.Communities.GroupBy(c => c.Value.Town, c => c.Key))
        {
            foreach ((char letter, int index) in town.Select((letter, index) => (letter, index)))
            {
                string code = $"{CountyPrefix}{Digits(town.Key, 3)}{Digits(index + 1, 3)}";
                _communities.Add(letter, AreaCode.Parse(code));
            }
        }
    }

    public static AreaCode County { get; } = AreaCode.Parse(CountyPrefix);

    public AreaCode Community(char letter) => _communities[letter];

    public static AreaCode Town(int number) => AreaCode.Parse(CountyPrefix + Digits(number, 3));

    /// <summary>The community's next code with this letter (L for lanes, none for grids and buildings) and so many digits.</summary>
    public string Next(char community, string letter, int digits)
    {
        int number = _last.GetValueOrDefault((community, letter, digits)) + 1;
        _last[(community, letter, digits)] = number;
        return $"{_communities[community]}{letter}{Digits(number, digits)}";
    }

    public void Number(TownDraft town)
    {
        foreach (IGrouping<Block, Cell> block in town.Cells.GroupBy(c => c.Block))
        {
            string grid = Next(block.Key.Community, "", 3);
            foreach ((Cell cell, int index) in block.Select((cell, index) => (cell, index)))
            {
                cell.GridCode = grid;
                cell.MicroGridCode = grid + Digits(index + 1, 3);
                foreach (BuildingDraft building in cell.Buildings)
                {
                    building.Code = Next(block.Key.Community, "", 5);
                }
            }
        }

        foreach (CompoundDraft compound in town.Compounds)
        {
            compound.Code = Next(compound.Community, "C", 3);
        }
    }

    public static string Digits(int number, int digits) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
