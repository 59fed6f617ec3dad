using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Grids;

namespace Neighbor.Gis.SampleCounty.People;

/// <summary>Appoints grid workers, contact households, volunteers, lane heads and building heads; every total is exact.</summary>
internal sealed class Appointments(TownDraft town, Roster roster, Numbering numbering)
{
    private const int GridWorkers = 2709;
    private const int WorkersPerGrid = 3;
    private const int Volunteers = 5600;

    /// <summary>How many of the volunteers are grid workers or contact households as well.</summary>
    private const int WorkersWhoVolunteer = 500;
    private const int ContactsWhoVolunteer = 300;

    private static readonly string?[] WorkerHours =
    [
        "Mo-Fr 08:00-12:00,14:30-18:00",
        "Mo-Fr 18:00-21:00; Sa-Su 09:00-12:00",
        "Mo-Sa 07:30-11:30",
        "14:00-20:00",
        null,
    ];

    private static readonly string?[] VolunteerHours =
    [
        "Mo-Fr 18:30-21:30; Sa-Su 08:30-20:30",
        "Sa-Su 08:00-18:00",
        "Mo-Fr 08:30-11:30,14:30-17:30",
        "08:00-20:00",
        "19:00-22:00",
        null,
    ];

    private readonly Chance _chance = new(town.Seed, "people");
    private readonly Dictionary<BuildingDraft, Responder> _whoLivesIn = [];
    private readonly Dictionary<char, List<Responder>> _workersOf = [];
    private readonly List<(Responder Person, char Community)> _workers = [];
    private readonly List<(Responder Person, char Community)> _contacts = [];

    public void Appoint(IReadOnlyList<Lane> lanes)
    {
        AppointGridWorkers();
        AppointContacts();
        AppointVolunteers();
        AppointLaneHeads(lanes);
        AppointBuildingHeads();
    }

    private void AppointGridWorkers()
    {
        var places = new List<(Cell Cell, DutyTarget Target, string Code)>();
        foreach (IGrouping<string, Cell> grid in town.Cells.GroupBy(c => c.GridCode))
        {
            Cell[] cells = [.. grid];
            for (int i = 0; i < WorkersPerGrid; i++)
            {
                places.Add((cells[i % cells.Length], DutyTarget.Grid, grid.Key));
            }
        }

        int rest = GridWorkers - places.Count;
        List<Cell> order = _chance.Shuffled(town.Cells);
        for (int i = 0; i < rest; i++)
        {
            Cell cell = order[i % order.Count];
            places.Add((cell, DutyTarget.MicroGrid, cell.MicroGridCode));
        }

        foreach ((Cell cell, DutyTarget target, string code) in places)
        {
            Responder worker = Resident("网格员", cell, WorkerSkills(), _chance.Pick(WorkerHours));
            roster.Appoint(worker, DutyRole.GridWorker, target, code);
            _workers.Add((worker, cell.Block.Community));
            WorkersOf(cell.Block.Community).Add(worker);
        }
    }

    private void AppointContacts()
    {
        foreach (Cell cell in town.Cells)
        {
            Responder contact = Resident("党员中心户", cell, VolunteerSkills(), null);
            roster.Appoint(contact, DutyRole.ContactHousehold, DutyTarget.MicroGrid, cell.MicroGridCode);
            _contacts.Add((contact, cell.Block.Community));
        }
    }

    private void AppointVolunteers()
    {
        foreach (
            (Responder person, char community) in _chance
                .Shuffled(_workers)
                .Take(WorkersWhoVolunteer)
                .Concat(_chance.Shuffled(_contacts).Take(ContactsWhoVolunteer))
        )
        {
            Volunteer(person, community);
        }

        int[] perCell = Shares.Of(
            Volunteers - WorkersWhoVolunteer - ContactsWhoVolunteer,
            [.. town.Cells.Select(c => c.Households * _chance.Between(0.5, 1.5))],
            _ => 1,
            _ => 30
        );
        foreach ((Cell cell, int count) in town.Cells.Zip(perCell))
        {
            for (int i = 0; i < count; i++)
            {
                Responder person = Resident("志愿者", cell, VolunteerSkills(), _chance.Pick(VolunteerHours));
                Volunteer(person, cell.Block.Community);
            }
        }
    }

    private void Volunteer(Responder person, char community) =>
        roster.Appoint(person, DutyRole.Volunteer, DutyTarget.Area, numbering.Community(community).Value);

    private void AppointLaneHeads(IReadOnlyList<Lane> lanes)
    {
        foreach (Lane lane in lanes)
        {
            char community = town
                .Cells.First(c => numbering.Community(c.Block.Community) == lane.CommunityCode)
                .Block.Community;
            Responder head = _chance.Happens(0.5)
                ? _chance.Pick(WorkersOf(community))
                : Resident(
                    "街巷长",
                    _chance.Pick(town.Cells.FindAll(c => c.Block.Community == community)),
                    [],
                    "08:00-21:00"
                );
            roster.Appoint(head, DutyRole.LaneHead, DutyTarget.Lane, lane.Code);
        }
    }

    private void AppointBuildingHeads()
    {
        foreach (BuildingDraft building in town.Cells.SelectMany(c => c.Buildings))
        {
            if (!_whoLivesIn.TryGetValue(building, out Responder? head))
            {
                head = building.HasHomes
                    ? roster.AddResident("楼栋长", 4, building, 0, [], null)
                    : roster.AddPost("楼栋长", 4, building.Doors[0], "08:00-18:00");
            }

            roster.Appoint(head, DutyRole.BuildingHead, DutyTarget.Building, building.Code);
        }
    }

    /// <summary>A new person in a home of the cell, homes with more residents more often.</summary>
    private Responder Resident(string role, Cell cell, IReadOnlyList<Skill> skills, string? hours)
    {
        List<BuildingDraft> homes = cell.Buildings.FindAll(b => b.HasHomes);
        int place = _chance.Between(0, homes.Sum(h => h.Residents) - 1);
        BuildingDraft home = homes[0];
        foreach (BuildingDraft candidate in homes)
        {
            home = candidate;
            place -= candidate.Residents;
            if (place < 0)
            {
                break;
            }
        }

        Responder person = roster.AddResident(role, 4, home, _chance.Between(0, home.Doors.Count - 1), skills, hours);
        _whoLivesIn.TryAdd(home, person);
        return person;
    }

    private List<Responder> WorkersOf(char community)
    {
        if (!_workersOf.TryGetValue(community, out List<Responder>? workers))
        {
            workers = [];
            _workersOf.Add(community, workers);
        }

        return workers;
    }

    private Skill[] WorkerSkills() =>
        _chance.Between(0, 3) switch
        {
            0 => [Skill.Mediation],
            1 => [Skill.FirstAid, Skill.Mediation],
            2 => [Skill.Firefighting],
            _ => [],
        };

    private Skill[] VolunteerSkills()
    {
        int count = _chance.Between(1, 3);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => (Skill)Math.Min(_chance.Between(0, 9), _chance.Between(0, 11)))
                .Distinct()
                .Order(),
        ];
    }
}
