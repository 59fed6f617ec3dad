using Neighbor.Gis.Neighborhood.Responders;

namespace Neighbor.Gis.Dispatch.Nearest;

/// <summary>A responder with the roles of the duties in force.</summary>
/// <param name="Responder">Who.</param>
/// <param name="Roles">What the responder answers for, somewhere; in the order of the roles, none twice.</param>
public sealed record OnCall(Responder Responder, IReadOnlyList<DutyRole> Roles)
{
    /// <summary>Whether this is somebody with the skill and the role; null asks for neither.</summary>
    public bool Suits(Skill? skill, DutyRole? role) =>
        (skill is not { } wanted || Responder.Skills.Contains(wanted))
        && (role is not { } duty || Roles.Contains(duty));

    /// <summary>Joins responders with their duties.</summary>
    public static IReadOnlyList<OnCall> Of(IEnumerable<Responder> responders, IEnumerable<Duty> duties)
    {
        ILookup<string, DutyRole> roles = duties.ToLookup(
            duty => duty.ResponderCode,
            duty => duty.Role,
            StringComparer.Ordinal
        );
        return
        [
            .. responders.Select(responder => new OnCall(responder, [.. roles[responder.Code].Distinct().Order()])),
        ];
    }
}
