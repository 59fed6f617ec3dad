using System.Globalization;
using Neighbor.Gis.Ingest.Surveys;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Server.Bodies;
using Neighbor.Gis.Server.GeoJson;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Questions;
using Neighbor.Gis.Server.Snapshots;
using Neighbor.Gis.Spatial.Hours;
using Neighbor.Gis.Spatial.Indexes;
using Neighbor.Gis.Walking.Explanations;
using Neighbor.Gis.Walking.Networks;
using Neighbor.Gis.Walking.Searches;
using NetTopologySuite.Geometries;
using Position = Neighbor.Gis.Spatial.Position;

namespace Neighbor.Gis.Server.Walks;

/// <summary>Puts walks, and what is in their way, into the form of answers: gates by name, closures by code, times by the county's clock.</summary>
public sealed class HindranceWriter(CountyCalendar calendar)
{
    private const double PerThousand = 1000;

    /// <summary>A walk between two positions.</summary>
    public WalkPart Walk(WalkPath path, WalkCase question) =>
        new(
            path.WalkMs / PerThousand,
            Rounding.Metres(path.LengthMm / PerThousand),
            Rounding.Metres(path.From.AccessMm / PerThousand),
            Rounding.Metres(path.To.AccessMm / PerThousand),
            [.. WalkCrossings.Of(question.Map.Network, path).Select(crossing => Crossing(crossing, question))],
            LineShape.Of([question.From, .. path.Positions, question.To])
        );

    /// <summary>What is in the way, or null where one gets there.</summary>
    public HindrancePart? Hindrance(WalkExplanation explanation, WalkCase question) =>
        explanation switch
        {
            WalkExplanation.Reached => null,
            WalkExplanation.TooFar far => At(HindranceKind.TooFar, question.To) with
            {
                Walk = Walk(far.Path, question),
            },
            WalkExplanation.HeldByGate held => Held(held, question),
            WalkExplanation.HeldByClosure held => Held(held, question),
            WalkExplanation.OnIsland island => At(
                HindranceKind.Island,
                island.IsOrigin ? question.From : question.To
            ) with
            {
                Extent = Corners(island.Extent),
                IslandMetres = Rounding.Metres(island.LengthMm / PerThousand),
                End = EndOf(island.IsOrigin),
            },
            WalkExplanation.AgainstOneWay oneWay => At(HindranceKind.OneWayPath, oneWay.At),
            WalkExplanation.NotAtThisPace stuck => At(HindranceKind.NotAtThisPace, stuck.At) with
            {
                Way = Words.Of(question.Map.Network.KindOf(stuck.Link)),
                Walk = Walk(stuck.Path, question),
            },
            _ => throw new InvalidOperationException($"Unknown explanation {explanation}."),
        };

    /// <summary>An end of the walk that no path is near to.</summary>
    public static HindrancePart OffNetwork(bool isOrigin, double nearestMetres, WalkCase question)
    {
        Position at = isOrigin ? question.From : question.To;
        bool isInside = question.Map.Locator.FindCompound(at) is not null;
        return At(isInside ? HindranceKind.NoPathInCompound : HindranceKind.NotOnNetwork, at) with
        {
            End = EndOf(isOrigin),
            NearestMetres = double.IsFinite(nearestMetres) ? Rounding.Metres(nearestMetres) : null,
        };
    }

    private HindrancePart Held(WalkExplanation.HeldByGate held, WalkCase question)
    {
        GateArc arc = question.Map.Network.Gates[held.Gate];
        HindranceKind kind = held.Refusal switch
        {
            GateRefusal.Closed => HindranceKind.ClosedGate,
            GateRefusal.WrongWay => HindranceKind.OneWayGate,
            GateRefusal.ThroughPassage => HindranceKind.ResidentsOnlyGate,
            _ => throw new InvalidOperationException($"Unknown refusal {held.Refusal}."),
        };
        return At(kind, question.Map.Network.PositionOf(arc.OuterNode)) with
        {
            Gate = Gate(held.Gate, held.IsInward, question),
            Walk = Walk(held.Path, question),
        };
    }

    private HindrancePart Held(WalkExplanation.HeldByClosure held, WalkCase question)
    {
        var at = new Point(held.At.Longitude, held.At.Latitude);
        (Geometry Geom, ClosurePart Part)[] closures =
        [
            .. question
                .Map.Restrictions.ClosuresAt(question.Terms.Moment)
                .Select(closure => (closure.Geom, Part(closure))),
            .. question.WhatIf.Closed.Select((geom, place) => (geom, new ClosurePart(null, null, place, null))),
        ];
        (Geometry geom, ClosurePart part) = closures.MinBy(closure => EdgeOf(closure.Geom).Distance(at));
        return At(geom.Dimension == Dimension.Surface ? HindranceKind.ControlZone : HindranceKind.Closure, held.At) with
        {
            Closure = part,
            Walk = Walk(held.Path, question),
        };
    }

    private ClosurePart Part(Closure closure) =>
        new(closure.Code, closure.Name, null, closure.EndsAt is { } end ? Clock(calendar.ToLocal(end)) : null);

    private CrossingPart Crossing(WalkCrossing crossing, WalkCase question) =>
        new(
            crossing.Kind,
            Rounding.Degrees(crossing.At.Longitude),
            Rounding.Degrees(crossing.At.Latitude),
            Rounding.Metres(crossing.LengthMm / PerThousand),
            crossing.WalkMs / PerThousand,
            crossing.StepCount,
            crossing.Gate is { } gate ? Gate(gate, crossing.IsInward, question) : null
        );

    private GatePart Gate(int number, bool isInward, WalkCase question)
    {
        GateArc arc = question.Map.Network.Gates[number];
        Gate? known = arc.GateCode is { } code ? question.Map.Restrictions.FindGate(code) : null;
        GateBody? supposed = question.WhatIf.Gates.LastOrDefault(gate => gate.Code == arc.GateCode);
        OpeningHours? hours =
            supposed is not null ? null
            : known is not null ? NetworkSurvey.HoursOf(known)
            : arc.Hours;
        return new GatePart(
            arc.GateCode,
            known?.Name,
            known?.CompoundCode,
            supposed?.Access ?? known?.Access ?? AccessOf(arc.Passage),
            hours?.Text,
            known?.CheckedOn,
            isInward,
            hours is not null && question.Terms.Moment.Local is { } local && OpensAfter(hours, local) is { } opensAt
                ? Clock(opensAt)
                : null
        );
    }

    private DateTime? OpensAfter(OpeningHours hours, DateTime local) =>
        calendar.NextOpening(hours, local) is { } opensAt && opensAt > local ? opensAt : null;

    /// <summary>How a boundary without a surveyed gate counts.</summary>
    private static GateAccess AccessOf(Passage passage) =>
        passage switch
        {
            Passage.Free => GateAccess.Open,
            Passage.Terminal => GateAccess.ResidentsOnly,
            _ => GateAccess.Closed,
        };

    private static Geometry EdgeOf(Geometry geom) => geom.Dimension == Dimension.Surface ? geom.Boundary : geom;

    private static HindrancePart At(HindranceKind kind, Position at) =>
        new(kind, Rounding.Degrees(at.Longitude), Rounding.Degrees(at.Latitude));

    private static double[] Corners(Box box) =>
        [.. Rounding.Pair(box.MinX, box.MinY), .. Rounding.Pair(box.MaxX, box.MaxY)];

    private static string EndOf(bool isOrigin) => isOrigin ? "from" : "to";

    private static string Clock(DateTime local) =>
        local.ToString(MomentTextAttribute.Form, CultureInfo.InvariantCulture);
}
