using Microsoft.Extensions.Configuration;
using Neighbor.Gis.Server.Moments;
using Neighbor.Gis.Server.Settings;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Moments;

public class CountyCalendarSpecs
{
    [Fact]
    public void A_moment_is_told_by_the_countys_clock()
    {
        // Shanghai is eight hours before Greenwich all year.
        Moment moment = Read().Read("2026-11-25T08:30");
        Assert.Equal(new DateTime(2026, 11, 25, 8, 30, 0), moment.Local);
        Assert.Equal(new DateTime(2026, 11, 25, 0, 30, 0, DateTimeKind.Utc), moment.Instant);
        Assert.False(moment.IsHoliday);
    }

    [Fact]
    public void Another_zone_and_holidays_are_settings()
    {
        CountyCalendar calendar = Read(
            ("TimeZone", "Europe/Madrid"),
            ("Holidays:0", "2026-10-01"),
            ("Holidays:1", "2026-10-02")
        );
        Moment moment = calendar.Read("2026-10-01T12:00");
        Assert.Equal(new DateTime(2026, 10, 1, 10, 0, 0, DateTimeKind.Utc), moment.Instant); // summer time
        Assert.True(moment.IsHoliday);
        Assert.False(calendar.Read("2026-10-03T12:00").IsHoliday);
    }

    [Fact]
    public void Whenever_has_no_clock_time_but_knows_what_is_closed_now()
    {
        Moment moment = Read().Read("whenever");
        Assert.Null(moment.Local);
        Assert.Equal(DateTimeKind.Utc, moment.Instant.Kind);
    }

    [Theory]
    [InlineData("TimeZone", "Mars/Olympus", "Walking:TimeZone")]
    [InlineData("Holidays:0", "1.10.2026", "Walking:Holidays:0")]
    public void A_wrong_setting_is_named_by_its_key(string key, string value, string named) =>
        Assert.Equal(named, Assert.Throws<WrongSettingException>(() => Read((key, value))).Key);

    [Theory]
    [InlineData("whenever", true)]
    [InlineData("2026-11-25T08:30", true)]
    [InlineData("2026-11-25T24:00", false)]
    [InlineData("2026-11-31T08:30", false)]
    [InlineData("2026-11-25 08:30", false)]
    [InlineData("2026-11-25T08:30Z", false)]
    [InlineData("2026-11-25T08:30:00", false)]
    [InlineData("now", false)]
    public void A_moment_has_one_form(string text, bool isMoment) =>
        Assert.Equal(isMoment, new MomentTextAttribute().IsValid(text));

    private static CountyCalendar Read(params (string Key, string Value)[] settings) =>
        CountyCalendar.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(one => KeyValuePair.Create("Walking:" + one.Key, (string?)one.Value))
                )
                .Build(),
            TimeProvider.System
        );
}
