using Neighbor.Gis.Dispatch.Nearest;
using Neighbor.Gis.Neighborhood.Responders;
using NetTopologySuite.Geometries;
using Xunit;

namespace Neighbor.Gis.Dispatch.Tests.Nearest;

public sealed class OnCallSpecs
{
    [Fact]
    public void Duties_are_joined_to_their_responder_once_each_in_the_order_of_the_roles()
    {
        IReadOnlyList<OnCall> joined = OnCall.Of(
            [Person("R1"), Person("R2")],
            [
                Duty("R1", DutyRole.Volunteer),
                Duty("R1", DutyRole.LaneHead),
                Duty("R1", DutyRole.Volunteer),
                Duty("R9", DutyRole.GridWorker),
            ]
        );
        Assert.Equal([DutyRole.LaneHead, DutyRole.Volunteer], joined[0].Roles);
        Assert.Empty(joined[1].Roles);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(Skill.FirstAid, null, true)]
    [InlineData(Skill.Driving, null, false)]
    [InlineData(null, DutyRole.Volunteer, true)]
    [InlineData(null, DutyRole.GridWorker, false)]
    [InlineData(Skill.FirstAid, DutyRole.Volunteer, true)]
    [InlineData(Skill.FirstAid, DutyRole.GridWorker, false)]
    [InlineData(Skill.Driving, DutyRole.Volunteer, false)]
    public void Whoever_is_asked_for_must_have_the_skill_and_the_role(Skill? skill, DutyRole? role, bool suits)
    {
        OnCall person = Assert.Single(OnCall.Of([Person("R1", Skill.FirstAid)], [Duty("R1", DutyRole.Volunteer)]));
        Assert.Equal(suits, person.Suits(skill, role));
    }

    private static Responder Person(string code, params Skill[] skills) =>
        new()
        {
            Code = code,
            Name = code,
            Skills = skills,
            Geom = new Point(118.5, 25.2),
            Source = "test",
        };

    private static Duty Duty(string responder, DutyRole role) =>
        new()
        {
            Code = $"D-{responder}-{role}",
            ResponderCode = responder,
            Role = role,
            Target = DutyTarget.Area,
            TargetCode = "359921000000",
            Source = "test",
        };
}
