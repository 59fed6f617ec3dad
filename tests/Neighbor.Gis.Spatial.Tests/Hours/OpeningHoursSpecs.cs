using Neighbor.Gis.Spatial.Hours;
using Xunit;

namespace Neighbor.Gis.Spatial.Tests.Hours;

public sealed class OpeningHoursSpecs
{
    [Theory]
    [InlineData("24/7", DayOfWeek.Sunday, "03:00", true)]
    [InlineData("08:00-18:00", DayOfWeek.Monday, "07:59", false)]
    [InlineData("08:00-18:00", DayOfWeek.Monday, "08:00", true)]
    [InlineData("08:00-18:00", DayOfWeek.Sunday, "17:59", true)]
    [InlineData("08:00-18:00", DayOfWeek.Sunday, "18:00", false)]
    [InlineData("8:00-18:00", DayOfWeek.Sunday, "08:00", true)]
    [InlineData("00:00-24:00", DayOfWeek.Sunday, "23:59", true)]
    [InlineData("Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off", DayOfWeek.Wednesday, "13:00", false)]
    [InlineData("Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off", DayOfWeek.Wednesday, "14:00", true)]
    [InlineData("Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off", DayOfWeek.Saturday, "08:30", false)]
    [InlineData("Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off", DayOfWeek.Saturday, "09:30", true)]
    [InlineData("Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off", DayOfWeek.Sunday, "09:30", false)]
    [InlineData("22:00-05:30", DayOfWeek.Monday, "23:00", true)]
    [InlineData("22:00-05:30", DayOfWeek.Monday, "05:29", true)]
    [InlineData("22:00-05:30", DayOfWeek.Monday, "05:30", false)]
    [InlineData("Fr-Mo 22:00-26:00", DayOfWeek.Tuesday, "01:59", true)]
    [InlineData("Fr-Mo 22:00-26:00", DayOfWeek.Tuesday, "22:30", false)]
    [InlineData("Fr-Mo 22:00-26:00", DayOfWeek.Friday, "01:00", false)]
    [InlineData("Mo,We,Fr 09:00-10:00", DayOfWeek.Tuesday, "09:30", false)]
    [InlineData("Mo,We,Fr 09:00-10:00", DayOfWeek.Wednesday, "09:30", true)]
    [InlineData("Mo-Fr 09:00-17:00; We off", DayOfWeek.Wednesday, "10:00", false)]
    [InlineData("Mo-Fr 09:00-17:00, We 19:00-21:00", DayOfWeek.Wednesday, "10:00", true)]
    [InlineData("Mo-Fr 09:00-17:00, We 19:00-21:00", DayOfWeek.Wednesday, "20:00", true)]
    [InlineData("Mo-Fr 09:00-17:00, We 19:00-21:00", DayOfWeek.Thursday, "20:00", false)]
    [InlineData("Mo-Fr", DayOfWeek.Thursday, "00:00", true)]
    [InlineData("Mo-Fr", DayOfWeek.Saturday, "00:00", false)]
    [InlineData("off", DayOfWeek.Saturday, "12:00", false)]
    [InlineData(" mo-fr 08:00 - 12:00 ; ", DayOfWeek.Monday, "11:00", true)]
    public void A_text_says_when_it_is_open(string text, DayOfWeek day, string time, bool isOpen) =>
        Assert.Equal(isOpen, OpeningHours.Parse(text).IsOpen(day, TimeOnly.Parse(time)));

    [Theory]
    [InlineData("Mo-Fr 08:00-12:00; PH off", false)]
    [InlineData("Mo-Fr 08:00-12:00; PH 10:00-11:00", true)]
    [InlineData("Mo-Fr 08:00-12:00", true)]
    [InlineData("Mo-Fr,PH 08:00-12:00", true)]
    public void On_a_public_holiday_its_own_rule_decides_if_there_is_one(string text, bool isOpen) =>
        Assert.Equal(isOpen, OpeningHours.Parse(text).IsOpen(DayOfWeek.Monday, new TimeOnly(10, 30), isHoliday: true));

    [Theory]
    [InlineData(null, "no text")]
    [InlineData("  ", "no text")]
    [InlineData("sunrise-sunset", "sunrise")]
    [InlineData("Apr-Oct 08:00-18:00", "Apr")]
    [InlineData("08:00", "close")]
    [InlineData("08:00-", "close")]
    [InlineData("25:00-26:00", "25:00")]
    [InlineData("08:60-09:00", "08:60")]
    [InlineData("08:00-49:00", "49:00")]
    [InlineData("Mo-PH 08:00-09:00", "PH")]
    [InlineData("Mo-Fr 08:00-12:00 \"ring\"", "ring")]
    [InlineData("Mo-Fr 08:00-12:00;; Sa off", "Sa off")]
    [InlineData("早上八点", "早上")]
    [InlineData("08:00-18:00+", "+")]
    public void A_text_beyond_the_grammar_is_unknown_and_the_reason_names_the_part(string? text, string part)
    {
        Assert.False(OpeningHours.TryParse(text, out OpeningHours? hours, out string? reason));
        Assert.Null(hours);
        Assert.Contains(part, reason);
    }

    [Theory]
    [InlineData("24/7", true)]
    [InlineData("00:00-24:00", true)]
    [InlineData("Mo-Su", true)]
    [InlineData("00:00-12:00,12:00-24:00", true)]
    [InlineData("Mo-Sa 00:00-24:00", false)]
    [InlineData("24/7; PH off", false)]
    [InlineData("06:00-23:00", false)]
    public void Only_what_never_closes_is_always_open(string text, bool isAlways) =>
        Assert.Equal(isAlways, OpeningHours.Parse(text).IsAlways);

    [Fact]
    public void A_time_of_the_calendar_is_asked_by_its_day_of_the_week()
    {
        OpeningHours hours = OpeningHours.Parse("Sa 09:00-12:00");
        Assert.True(hours.IsOpen(new DateTime(2026, 11, 21, 9, 0, 0)));
        Assert.False(hours.IsOpen(new DateTime(2026, 11, 22, 9, 0, 0)));
    }

    [Fact]
    public void Equal_texts_are_equal_hours()
    {
        Assert.Equal(OpeningHours.Parse("24/7"), OpeningHours.Always);
        Assert.NotEqual(OpeningHours.Parse("08:00-18:00"), OpeningHours.Always);
    }
}
