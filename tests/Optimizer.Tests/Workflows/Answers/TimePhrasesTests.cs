using System.Globalization;
using Optimizer.Workflows.Answers;

namespace Optimizer.Tests.Workflows.Answers;

public sealed class TimePhrasesTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // Asked on Wednesday 2026-03-18 at noon in Berlin (UTC+1; summer time begins on the 29th).
    private static readonly DateTimeOffset Now = new(2026, 3, 18, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("what did you change today?", "2026-03-17T23:00", "2026-03-18T23:00")]
    [InlineData("why did you stop it yesterday", "2026-03-16T23:00", "2026-03-17T23:00")]
    [InlineData("the day before yesterday", "2026-03-15T23:00", "2026-03-16T23:00")]
    [InlineData("this morning", "2026-03-17T23:00", "2026-03-18T23:00")]
    [InlineData("why did you stop onboarding on Tuesday?", "2026-03-16T23:00", "2026-03-17T23:00")]
    [InlineData("on Wednesday", "2026-03-10T23:00", "2026-03-11T23:00")]
    [InlineData("this Wednesday", "2026-03-17T23:00", "2026-03-18T23:00")]
    [InlineData("on Thursday", "2026-03-11T23:00", "2026-03-12T23:00")]
    [InlineData("last monday", "2026-03-15T23:00", "2026-03-16T23:00")]
    [InlineData("what did you change last week?", "2026-03-08T23:00", "2026-03-15T23:00")]
    [InlineData("this week", "2026-03-15T23:00", "2026-03-18T23:00")]
    [InlineData("last weekend", "2026-03-13T23:00", "2026-03-15T23:00")]
    [InlineData("last month", "2026-01-31T23:00", "2026-02-28T23:00")]
    [InlineData("this month", "2026-02-28T23:00", "2026-03-18T23:00")]
    [InlineData("in March", "2026-02-28T23:00", "2026-03-31T22:00")]
    [InlineData("in april", "2025-03-31T22:00", "2025-04-30T22:00")]
    [InlineData("in October 2025", "2025-09-30T22:00", "2025-10-31T23:00")]
    [InlineData("last march", "2025-02-28T23:00", "2025-03-31T22:00")]
    [InlineData("last year", "2024-12-31T23:00", "2025-12-31T23:00")]
    [InlineData("in 2025", "2024-12-31T23:00", "2025-12-31T23:00")]
    [InlineData("in week 12", "2026-03-15T23:00", "2026-03-22T23:00")]
    [InlineData("in week 13", "2025-03-23T23:00", "2025-03-30T22:00")]
    [InlineData("2026-W10", "2026-03-01T23:00", "2026-03-08T23:00")]
    [InlineData("on 2026-03-10", "2026-03-09T23:00", "2026-03-10T23:00")]
    [InlineData("on 3 March", "2026-03-02T23:00", "2026-03-03T23:00")]
    [InlineData("on March 3rd, 2025", "2025-03-02T23:00", "2025-03-03T23:00")]
    [InlineData("on the 29th of February", "2024-02-28T23:00", "2024-02-29T23:00")]
    [InlineData("3 days ago", "2026-03-14T23:00", "2026-03-15T23:00")]
    [InlineData("two weeks ago", "2026-03-01T23:00", "2026-03-08T23:00")]
    [InlineData("a month ago", "2026-01-31T23:00", "2026-02-28T23:00")]
    [InlineData("between 2026-03-02 and 2026-03-04", "2026-03-01T23:00", "2026-03-04T23:00")]
    [InlineData("from monday to tuesday", "2026-03-15T23:00", "2026-03-17T23:00")]
    [InlineData("until 2026-03-04", null, "2026-03-04T23:00")]
    [InlineData("before 2026-03-04", null, "2026-03-03T23:00")]
    [InlineData("since 2026-03-01", "2026-02-28T23:00", null)]
    [InlineData("after 2026-03-01", "2026-03-01T23:00", null)]
    [InlineData("since last week", "2026-03-08T23:00", null)]
    [InlineData("since Monday", "2026-03-15T23:00", null)]
    [InlineData("in the last 7 days", "2026-03-10T23:00", null)]
    [InlineData("over the past two weeks", "2026-03-03T23:00", null)]
    [InlineData("in the last 24 hours", "2026-03-17T11:00", null)]
    [InlineData("in the last 3 months", "2025-12-17T23:00", null)]
    public void Read_Phrase_IsTheStretchOfTheZonesDays(string text, string? since, string? until)
    {
        var time = TimePhrases.Read(text, Now, Berlin).Time;

        Assert.NotNull(time);
        Assert.Equal((Moment(since), Moment(until)), (time.Since, time.Until));
    }

    [Theory]
    [InlineData("why did you stop onboarding?")]
    [InlineData("what may I do")]
    [InlineData("sundays-offer and monday-mail")]
    [InlineData("play-today")]
    [InlineData("on 2026-13-45")]
    [InlineData("on the 31st of February")]
    [InlineData("on 9999-12-31")]
    [InlineData("since 0001-01-01")]
    [InlineData("in week 99")]
    [InlineData("on ٢٠٢٦-٠٣-١٠")]
    public void Read_NoTime_IsNone(string text) => Assert.Null(TimePhrases.Read(text, Now, Berlin).Time);

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T12:00", "today", 23)]
    [InlineData("Europe/Berlin", "2026-03-30T12:00", "yesterday", 23)]
    [InlineData("Europe/Berlin", "2026-10-25T12:00", "today", 25)]
    [InlineData("America/New_York", "2026-03-09T12:00", "yesterday", 23)]
    [InlineData("Australia/Lord_Howe", "2026-04-05T12:00", "today", 24.5)]
    [InlineData("America/Santiago", "2026-09-06T12:00", "today", 23)]
    [InlineData("Europe/Berlin", "2026-04-01T12:00", "last week", 167)]
    [InlineData("Europe/Berlin", "2026-04-01T12:00", "last month", 743)]
    public void Read_ClockChanges_DayBeginsAtItsFirstMoment(string zone, string now, string text, double hours)
    {
        var known = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var time = TimePhrases.Read(text, Moment(now)!.Value, known).Time!;

        Assert.Equal(hours, (time.Until!.Value - time.Since!.Value).TotalHours);
    }

    [Theory]
    [InlineData("2026-03-15T22:59", "2026-03-01T23:00")]
    [InlineData("2026-03-15T23:01", "2026-03-08T23:00")]
    public void Read_AroundMidnightOfSunday_WeekIsThatOfTheZone(string now, string since) =>
        Assert.Equal(Moment(since), TimePhrases.Read("last week", Moment(now)!.Value, Berlin).Time!.Since);

    [Fact]
    public void Read_Phrase_IsTakenOutOfTheText() =>
        Assert.Equal("why did you stop onboarding ?", string.Join(' ', TimePhrases.Read("why did you stop onboarding on Tuesday?", Now, Berlin).Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Read_Words_SayTheDaysThatAreMeant() =>
        Assert.Equal("from Mon 2026-03-09 to Sun 2026-03-15", TimePhrases.Read("last week", Now, Berlin).Time!.Words);

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);
}
