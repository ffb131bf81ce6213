using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Convergence;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Reports;

public class PortfolioTests
{
    [Fact]
    [Trait("Req", "S0-047")]
    public void Of_RandomWeeks_SumsThem()
    {
        var weeks = Enumerable.Range(1, 12).Select(seed => WeekCountsTests.Random(new SplitMix((ulong)seed)).Read() with { Slug = $"play-{seed}" }).ToList();
        var portfolio = Portfolio.Of(Trail.Week, weeks);

        Assert.Equal(weeks.Sum(week => week.Counts.Decisions), portfolio.Counts.Decisions);
        Assert.Equal(weeks.Sum(week => week.Counts.Adoptions), portfolio.Counts.Adoptions);
        Assert.Equal(weeks.Sum(week => week.Running.Count), portfolio.Running);
        Assert.Equal(weeks.Sum(week => week.Adopted.Count(one => one.IsProven)), portfolio.Wins);
    }

    [Fact]
    public void Of_GainsInUsd_AreAddedAndOthersAreNot()
    {
        var revenue = Trail.Onboarding with { Kpis = [Trail.Signups with { Form = KpiForm.Revenue, Unit = "usd" }] };
        var trail = new Trail().Reads(_ => 1000).Adopts(1, 1, 0.02, 0.01, 0.05);
        var portfolio = Portfolio.Of(Trail.Week, [trail.Read(revenue) with { Slug = "a" }, trail.Read(revenue) with { Slug = "b" }, trail.Read() with { Slug = "c" }]);

        Assert.Equal(280, portfolio.Usd, 9);
        Assert.Equal((140.0, 700.0), (Math.Round(portfolio.UsdLowest, 6), Math.Round(portfolio.UsdHighest, 6)));
        Assert.Contains("**Booked about $280 a week (interval $140 to $700). 3 wins, 0 losses, 0 running, 0 questions waiting for you.**",
            PortfolioBrief.Markdown(portfolio, slug => slug), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "C28")]
    public void Page_AllConverged_SaysStrategicChangeAndShowsTheGoalGap()
    {
        var converged = new Trail().Reads(_ => 100).Add(1, new PlayConverged(ConvergenceClaim.Converged, ["a", "b", "c"], "")).Read();
        var one = Portfolio.Of(Trail.Week, [converged]);
        var two = Portfolio.Of(Trail.Week, [converged, new Trail().Read() with { Slug = "other" }]);

        Assert.True(one.AllConverged);
        Assert.Contains("**strategic change is needed** (channels, audience, product). Goal gap: Onboarding e-mails 33.3 % short of \\>= 150.", PortfolioBrief.Markdown(one, slug => slug), StringComparison.Ordinal);
        Assert.False(two.AllConverged);
        Assert.DoesNotContain("strategic change is needed", PortfolioBrief.Markdown(two, slug => slug), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Req", "C03")]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    [InlineData(9, 3, false)]
    [InlineData(9, 3.01, true)]
    public void Warning_GoalAgainstTheNumberOfPlays_IsGivenWhenEvenWinningAllMissesIt(int plays, double goal, bool expected) =>
        Assert.Equal(expected, Velocity.Warning(plays, goal, Velocity.StartsPerWeek(plays, 4, 30, 7, 3)) is not null);

    [Fact]
    [Trait("Req", "C03")]
    public void Page_SiteWithOnePlay_WarnsOfThePace() => Assert.Contains(
        "cannot be met: 1 play can start 0.93 experiments a week at most", PortfolioBrief.Markdown(Portfolio.Of(Trail.Week, [new Trail().Read()]), slug => slug), StringComparison.Ordinal);

    [Theory]
    [InlineData(20, 60, true)]
    [InlineData(21, 60, false)]
    [InlineData(250, 300, false)]
    public void Page_ManyPlays_IsOnePageUpToTwentyThenCompact(int plays, int mostLines, bool full)
    {
        var week = new Trail().Reads(_ => 100).Read();
        var page = PortfolioBrief.Markdown(Portfolio.Of(Trail.Week, Enumerable.Range(1, plays).Select(number => week with { Slug = $"p{number}", Name = $"Play {number}" })), slug => $"{slug}.md");

        Assert.Equal(full, page.Contains("KPI this week", StringComparison.Ordinal));
        Assert.InRange(page.Split('\n').Length, 20, mostLines);
        Assert.Contains("[Play 1](p1.md)", page, StringComparison.Ordinal);
    }
}
