using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.SampleCounty.Blocks;
using Neighbor.Gis.SampleCounty.Buildings;
using Neighbor.Gis.SampleCounty.Chances;
using Neighbor.Gis.SampleCounty.Grids;
using Neighbor.Gis.SampleCounty.Ledgers;
using Neighbor.Gis.SampleCounty.Plan;
using Neighbor.Gis.SampleCounty.Plane;

namespace Neighbor.Gis.SampleCounty.Services;

/// <summary>Writes the neighbour centres with their sites and the other service points.</summary>
internal sealed class ServiceLedger
{
    /// <summary>The communities of the centres that are open, by letter: the middle of the town first, some twice.</summary>
    private const string OpenCenters = "cdefijlmb" + "cdefijlm";

    /// <summary>The communities of the centres still planned: those at the edge, where the gaps are.</summary>
    private const string PlannedCenters = "aghkn" + "gn";

    private readonly TownDraft _town;
    private readonly MapSheet _sheet;
    private readonly Numbering _numbering;
    private readonly Chance _chance;
    private readonly ServiceSites _sites;
    private readonly Dictionary<ServicePointKind, List<PlanePoint>> _byKind = [];
    private readonly List<NeighborCenter> _centers = [];
    private readonly List<ServicePoint> _points = [];

    public ServiceLedger(TownDraft town, MapSheet sheet, Numbering numbering)
    {
        (_town, _sheet, _numbering) = (town, sheet, numbering);
        _chance = new Chance(town.Seed, "services");
        _sites = new ServiceSites(town, _chance);
        AddCenters();
        AddPurposes();
        AddEveryday();
    }

    public IReadOnlyList<NeighborCenter> AllCenters => _centers;

    public IReadOnlyList<ServicePoint> AllPoints => _points;

    private void AddCenters()
    {
        const string communities = OpenCenters + PlannedCenters;
        for (int i = 0; i < communities.Length; i++)
        {
            char community = communities[i];
            ServicePointStatus status = i < OpenCenters.Length ? ServicePointStatus.Open : ServicePointStatus.Planned;
            CenterForm form = (i % 4) switch
            {
                1 => CenterForm.MultiSite,
                3 => CenterForm.HubAndSpoke,
                _ => CenterForm.SingleSite,
            };
            string name = TownPlan.Communities[community].Name[..2];
            var center = new NeighborCenter
            {
                Code = _numbering.Next(community, "N", 2),
                Name =
                    communities.IndexOf(community, StringComparison.Ordinal) == i
                        ? $"{name}邻里中心"
                        : $"{name}第二邻里中心",
                Form = form,
                Status = status,
                CommunityCode = _numbering.Community(community),
                Source = SampleCountyGenerator.Source,
            };
            _centers.Add(center);
            AddSites(center, community);
        }
    }

    private void AddSites(NeighborCenter center, char community)
    {
        IReadOnlyList<ServiceOffer> offers = center.Form switch
        {
            CenterForm.SingleSite => [ServiceOffer.WholeCenter],
            CenterForm.MultiSite => ServiceOffer.LinkedSites,
            _ => ServiceOffer.HubAndSpokes,
        };
        PlanePoint? first = null;
        foreach ((ServiceOffer offer, int order) in offers.Select((offer, order) => (offer, order)))
        {
            PlanePoint at = _sites.Take(community, Like(ServicePointKind.CenterSite), first);
            first ??= at;
            Like(ServicePointKind.CenterSite).Add(at);
            CenterRole role =
                center.Form != CenterForm.HubAndSpoke ? CenterRole.Site
                : order == 0 ? CenterRole.Hub
                : CenterRole.Spoke;
            Add(offer, center.Name + offer.Name, at, community, center.Status, center.Code, role);
        }
    }

    private void AddPurposes()
    {
        foreach (Cell cell in _town.Cells)
        {
            foreach (BuildingDraft building in cell.Buildings)
            {
                if (ServiceOffer.Purposes.TryGetValue(building.Purpose, out ServiceOffer? offer))
                {
                    string name = building.Purpose == "school" ? building.Name[..^3] : building.Name;
                    Add(offer, name, building.Doors[0], cell.Block.Community, ServicePointStatus.Open);
                }
            }
        }
    }

    private void AddEveryday()
    {
        foreach ((char community, (_, string name)) in TownPlan.Communities)
        {
            foreach (ServiceOffer offer in ServiceOffer.Everyday)
            {
                for (int i = 0; i < offer.PerCommunity; i++)
                {
                    PlanePoint at = _sites.Take(community, Like(offer.Kind));
                    Like(offer.Kind).Add(at);
                    ServicePointStatus status = _chance.Between(0, 24) switch
                    {
                        0 => ServicePointStatus.Closed,
                        1 => ServicePointStatus.Building,
                        _ => ServicePointStatus.Open,
                    };
                    string number = offer.PerCommunity > 1 ? "一二三"[i].ToString() : "";
                    Add(
                        offer,
                        name[..2] + (number.Length > 0 ? $"第{number}" : "") + offer.Name,
                        at,
                        community,
                        status
                    );
                }
            }
        }
    }

    private List<PlanePoint> Like(ServicePointKind kind)
    {
        if (!_byKind.TryGetValue(kind, out List<PlanePoint>? points))
        {
            points = [];
            _byKind.Add(kind, points);
        }

        return points;
    }

    private void Add(
        ServiceOffer offer,
        string name,
        PlanePoint at,
        char community,
        ServicePointStatus status,
        string? center = null,
        CenterRole? role = null
    ) =>
        _points.Add(
            new ServicePoint
            {
                Code = _numbering.Next(community, "P", 3),
                Name = name,
                Kind = offer.Kind,
                Functions = offer.Functions,
                Status = status,
                Hours = _chance.Happens(0.06) ? null : offer.Hours,
                Capacity = _chance.Between(offer.Capacity.Least, offer.Capacity.Most),
                CenterCode = center,
                CenterRole = role,
                CommunityCode = _numbering.Community(community),
                Geom = _sheet.Point(at),
                Source = SampleCountyGenerator.Source,
            }
        );
}
