using System.Globalization;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Grids;
using Neighbor.Gis.SampleCounty.Ledgers;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.People;

/// <summary>Writes responders and duties in the order they are appointed. Names are a role and a number: nobody is meant.</summary>
internal sealed class Roster(MapSheet sheet)
{
    private readonly Dictionary<string, int> _lastNumber = [];

    public List<Responder> Responders { get; } = [];

    public List<Duty> Duties { get; } = [];

    /// <summary>A new person who lives behind a door of the building.</summary>
    public Responder AddResident(
        string role,
        int digits,
        BuildingDraft home,
        int door,
        IReadOnlyList<Skill> skills,
        string? hours
    ) => Add(role, digits, home.Code, home.Doors[door], skills, hours);

    /// <summary>A new person of whom only the post is known.</summary>
    public Responder AddPost(string role, int digits, PlanePoint post, string? hours) =>
        Add(role, digits, null, post, [], hours);

    public void Appoint(Responder responder, DutyRole role, DutyTarget target, string targetCode) =>
        Duties.Add(
            new Duty
            {
                Code = "D" + Numbering.Digits(Duties.Count + 1, 6),
                ResponderCode = responder.Code,
                Role = role,
                Target = target,
                TargetCode = targetCode,
                Source = SampleCountyGenerator.Source,
            }
        );

    private Responder Add(
        string role,
        int digits,
        string? home,
        PlanePoint at,
        IReadOnlyList<Skill> skills,
        string? hours
    )
    {
        int number = _lastNumber.GetValueOrDefault(role) + 1;
        _lastNumber[role] = number;
        var responder = new Responder
        {
            Code = "R" + Numbering.Digits(Responders.Count + 1, 6),
            Name = role + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'),
            Skills = skills,
            Hours = hours,
            HomeBuildingCode = home,
            Geom = sheet.Point(at),
            Source = SampleCountyGenerator.Source,
        };
        Responders.Add(responder);
        return responder;
    }
}
