using Optimizer.Domain.Decisions;
using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Domain.Guardrails;

public class CapRuleTests
{
    private static readonly DateTimeOffset Now = Case.Now;

    [Fact]
    [Trait("Req", "S0-054")]
    [Trait("Req", "C01")]
    public void PlayActive_OneRuns_SecondIsDenied()
    {
        var ruling = Case.Rule(Case.Start, Case.OfPlay(Case.Past("e1", Now.AddDays(-3))));

        Assert.Equal((RulingKind.Deny, "play_active_limit"), (ruling.Kind, ruling.Code));
        Assert.Null(ruling.RetryAt);
        Assert.Contains("1 of 1", ruling.Reasons[0], StringComparison.Ordinal);
        Assert.Contains("e1", ruling.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S0-054")]
    public void PlayActive_TheOnlyOneEnded_IsAllowed() => Assert.Equal(
        RulingKind.Allow, Case.Rule(Case.Start, Case.OfPlay(Case.Past("e1", Now.AddDays(-9), Now.AddDays(-1), DecisionKind.Iterate))).Kind);

    [Theory]
    [Trait("Req", "S3-064")]
    [Trait("Req", "C01")]
    [InlineData("/pricing", "/pricing", true)]
    [InlineData("/pricing", "/Pricing/", true)]
    [InlineData("/pricing", "/pric*", true)]
    [InlineData("/a*z", "/*bz", true)]
    [InlineData("/pricing", "/price", false)]
    [InlineData("/pricing", "/pricing/faq", false)]
    [InlineData("/pricing/*", "/partners/*", false)]
    [InlineData("/*", "/", true)]
    public void PageActive_AnotherPlayOnTheSamePage_IsDenied(string page, string other, bool denied)
    {
        var ruling = Case.Rule(
            Case.Start, Case.OfSite(Case.Past("o1", Now.AddDays(-3), play: "other", page: other)), policy: Case.Policy with { Page = page });

        Assert.Equal(denied ? "page_active_limit" : "allowed", ruling.Code);
    }

    [Fact]
    [Trait("Req", "S3-064")]
    public void PageActive_SamePathOnAnotherSite_IsAllowed() => Assert.Equal("allowed", Case.Rule(
        Case.Start, Case.OfSite(Case.Past("o1", Now.AddDays(-3), play: "other", page: "/pricing", site: "b")), policy: Case.Policy with { Page = "/pricing" }).Code);

    [Theory]
    [Trait("Req", "S3-029")]
    [InlineData(2, "allowed")]
    [InlineData(3, "site_active_limit")]
    public void SiteActive_ThreeRun_FourthIsDenied(int active, string code)
    {
        var history = Case.OfSite([.. Enumerable.Range(0, active).Select(i => Case.Past($"o{i}", Now.AddDays(-3), play: $"p{i}"))]);

        Assert.Equal(code, Case.Rule(Case.Start, history).Code);
    }

    [Fact]
    public void SiteActive_TheSameExperimentInBothLists_CountsOnce()
    {
        PastExperiment[] all = [.. Enumerable.Range(0, 2).Select(i => Case.Past($"o{i}", Now.AddDays(-3), play: $"p{i}"))];

        Assert.Equal("allowed", Case.Rule(Case.Start, new([], [.. all, .. all])).Code);
    }

    [Fact]
    [Trait("Req", "C02")]
    [Trait("Req", "S3-063")]
    public void SiteStarts_ThreeStartedAndStopped_FourthOfTheDayIsDenied()
    {
        var history = Case.OfSite([.. Enumerable.Range(0, 3).Select(i =>
            Case.Past($"o{i}", Now.AddHours(-3), Now.AddHours(-1), DecisionKind.Revert, play: $"p{i}"))]);
        var ruling = Case.Rule(Case.Start, history);

        Assert.Equal((RulingKind.Deny, "daily_cap"), (ruling.Kind, ruling.Code));
        Assert.Equal(new DateTimeOffset(2026, 3, 19, 0, 0, 0, TimeSpan.Zero), ruling.RetryAt);
        Assert.Equal("allowed", Case.Rule(Case.Start with { At = ruling.RetryAt!.Value }, history).Code);
        Assert.Equal("daily_cap", Case.Rule(Case.Start with { At = ruling.RetryAt!.Value.AddTicks(-1) }, history).Code);
    }

    [Theory]
    [Trait("Req", "C36")]
    [InlineData("2026-03-08T04:59:59Z", "daily_cap", "2026-03-08T05:00:00Z")]
    [InlineData("2026-03-08T05:00:00Z", "allowed", null)]
    [InlineData("2026-11-02T04:59:59Z", "allowed", null)]
    public void SiteStarts_LocalDayOfTheTimeZone_IsCounted(string at, string code, string? retryAt)
    {
        // 7 March 2026 in New York, a day before its clocks go forward.
        var started = new DateTimeOffset(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);
        var history = Case.OfSite([.. Enumerable.Range(0, 3).Select(i =>
            Case.Past($"o{i}", started, started.AddHours(1), DecisionKind.Iterate, play: $"p{i}"))]);
        var ruling = Case.Rule(
            Case.Start with { At = DateTimeOffset.Parse(at, null) }, history, policy: Case.Policy with { TimeZone = "America/New_York" });

        Assert.Equal(code, ruling.Code);
        Assert.Equal(retryAt is null ? null : DateTimeOffset.Parse(retryAt, null), ruling.RetryAt);
    }

    [Theory]
    [Trait("Req", "C36")]
    [InlineData("2026-03-08T20:00:00Z", "2026-03-09T04:00:00Z")]
    [InlineData("2026-11-01T20:00:00Z", "2026-11-02T05:00:00Z")]
    public void SiteStarts_DayOfTheClockChange_EndsAtLocalMidnight(string at, string retryAt)
    {
        var now = DateTimeOffset.Parse(at, null);
        var history = Case.OfSite([.. Enumerable.Range(0, 3).Select(i =>
            Case.Past($"o{i}", now.AddHours(-1), now, DecisionKind.Iterate, play: $"p{i}"))]);

        Assert.Equal(
            DateTimeOffset.Parse(retryAt, null),
            Case.Rule(Case.Start with { At = now }, history, policy: Case.Policy with { TimeZone = "America/New_York" }).RetryAt);
    }

    [Fact]
    public void SiteStarts_MidnightThatDoesNotExist_RetriesAtTheFirstMomentThatDoes()
    {
        // In Cairo the clocks go forward at midnight of 24 April 2026.
        var now = new DateTimeOffset(2026, 4, 23, 12, 0, 0, TimeSpan.Zero);
        var history = Case.OfSite([.. Enumerable.Range(0, 3).Select(i =>
            Case.Past($"o{i}", now.AddHours(-1), now, DecisionKind.Iterate, play: $"p{i}"))]);
        var policy = Case.Policy with { TimeZone = "Africa/Cairo" };
        var retry = Case.Rule(Case.Start with { At = now }, history, policy: policy).RetryAt!.Value;

        Assert.Equal("allowed", Case.Rule(Case.Start with { At = retry }, history, policy: policy).Code);
        Assert.Equal("daily_cap", Case.Rule(Case.Start with { At = retry.AddTicks(-1) }, history, policy: policy).Code);
    }

    [Fact]
    [Trait("Req", "S0-061")]
    [Trait("Req", "C03")]
    public void PlayStarts_FifthInThirtyDays_IsDeniedWhileAnotherPlayMayStart()
    {
        var history = Month(Now);
        var ruling = Case.Rule(Case.Start, history);

        Assert.Equal((RulingKind.Deny, "monthly_cap"), (ruling.Kind, ruling.Code));
        Assert.Contains("4 of 4", ruling.Reasons[0], StringComparison.Ordinal);
        Assert.Equal("allowed", Case.Rule(Case.Start with { Play = "other" }, history).Code);
        Assert.Equal("allowed", Case.Rule(Case.Start, new([.. history.OfPlay.Skip(1)], [])).Code);
    }

    [Fact]
    [Trait("Req", "S0-061")]
    public void PlayStarts_RollingWindow_OpensWhenTheOldestLeavesIt()
    {
        var history = Month(Now);
        var opens = history.OfPlay[0].StartedAt.AddDays(30);

        Assert.Equal(opens, Case.Rule(Case.Start, history).RetryAt);
        Assert.Equal("monthly_cap", Case.Rule(Case.Start with { At = opens.AddTicks(-1) }, history).Code);
        Assert.Equal("allowed", Case.Rule(Case.Start with { At = opens }, history).Code);
    }

    [Fact]
    [Trait("Req", "S0-061")]
    public void PlayStarts_CalendarMonth_OpensOnTheFirst()
    {
        var history = Month(new(2026, 3, 30, 12, 0, 0, TimeSpan.Zero));
        var policy = Case.Policy with { StartsWindowDays = null, TimeZone = "Europe/Warsaw" };
        var first = new DateTimeOffset(2026, 3, 31, 22, 0, 0, TimeSpan.Zero);
        var ruling = Case.Rule(Case.Start with { At = first.AddTicks(-1) }, history, policy: policy);

        Assert.Equal(("monthly_cap", first), (ruling.Code, ruling.RetryAt));
        Assert.Equal("allowed", Case.Rule(Case.Start with { At = first }, history, policy: policy).Code);
    }

    [Fact]
    public void PlayStarts_LimitPerQuarter_HoldsBesideTheMonth()
    {
        var policy = Case.Policy with { StartLimits = [new(2, 91, "definition")] };
        var history = Case.OfPlay(Ended("e1", Now.AddDays(-80)), Ended("e2", Now.AddDays(-40)));
        var ruling = Case.Rule(Case.Start, history, policy: policy);

        Assert.Equal(("monthly_cap", Now.AddDays(11)), (ruling.Code, ruling.RetryAt));
        Assert.Equal("allowed", Case.Rule(Case.Start, history).Code);
    }

    [Fact]
    public void PlayStarts_NoneAllowed_TimeDoesNotHelp() =>
        Assert.Null(Case.Rule(Case.Start, policy: Case.Policy with { PlayMaxStarts = 0 }).RetryAt);

    [Fact]
    public void Overlap_Patterns_IsSymmetric() => Assert.All(
        new[] { ("/a*", "/ab"), ("/a*c", "/ab"), ("*", ""), ("/*x*", "/yx") },
        pair => Assert.Equal(PagePattern.Overlap(pair.Item1, pair.Item2), PagePattern.Overlap(pair.Item2, pair.Item1)));

    private static ActionHistory Month(DateTimeOffset now) =>
        Case.OfPlay([.. Enumerable.Range(0, 4).Select(i => Ended($"e{i}", now.AddDays(-28 + (7 * i))))]);

    private static PastExperiment Ended(string id, DateTimeOffset startedAt) =>
        Case.Past(id, startedAt, startedAt.AddDays(1), DecisionKind.Iterate);
}
