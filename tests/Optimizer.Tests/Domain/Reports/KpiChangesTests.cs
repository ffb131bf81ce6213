using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Reports;

public class KpiChangesTests
{
    private static readonly DateOnly Sunday = new(2026, 2, 15);

    [Fact]
    [Trait("Req", "S0-050")]
    public void Kpis_ReadingsInTheTrail_EqualARecomputationFromTheFigures()
    {
        var chance = new SplitMix(7);
        var figures = Enumerable.Range(0, 60).ToDictionary(back => Sunday.AddDays(-back), back => 100 + 20 * (Sunday.AddDays(-back).DayOfWeek == DayOfWeek.Sunday ? -1 : 0) + 5 * chance.Normal());
        var kpi = Assert.Single(new Trail().Reads(day => figures.TryGetValue(day, out var figure) ? figure : null).Read().Kpis);

        var (week, before) = (Mean(0, 7), Mean(7, 28));
        Assert.Equal(week, kpi.After!.Value, 9);
        Assert.Equal(before, kpi.Before!.Value, 9);
        Assert.Equal(week / before - 1, kpi.Change!.Value, 9);
        // Around the weekday's mean, four of each: 28 days less 7 means leave 21 degrees of freedom, t of which is 2.0796.
        var squares = Enumerable.Range(7, 28).Sum(back => Math.Pow(figures[Sunday.AddDays(-back)] - Enumerable.Range(0, 4).Average(other => figures[Sunday.AddDays(-7 - (back % 7) - (7 * other))]), 2));
        var half = 2.0796138447 * Math.Sqrt(squares / 21) * Math.Sqrt(1 / 7.0 + 1 / 28.0) / before;
        Assert.Equal(kpi.Change.Value - half, kpi.Lowest!.Value, 7);
        Assert.Equal(kpi.Change.Value + half, kpi.Highest!.Value, 7);

        double Mean(int first, int days) => Enumerable.Range(first, days).Average(back => figures[Sunday.AddDays(-back)]);
    }

    [Fact]
    [Trait("Req", "S0-050")]
    public void Page_EveryPrimaryKpi_HasItsRow()
    {
        var play = Trail.Onboarding with
        {
            Kpis = [Trail.Signups, Trail.Signups with { Key = "open_rate", Form = KpiForm.Rate, Unit = "fraction", Target = null }, Trail.Signups with { Key = "unread", Role = KpiRole.Secondary }],
        };
        var page = PlayBrief.Markdown(new Trail().Reads(day => day > Sunday.AddDays(-7) ? 110 : 100).Reads(_ => 0.2, "open_rate").Read(play));

        Assert.Contains("| signups | 100 | 110 | +10.0 % | +10.0 % to +10.0 % | \\>= 150, 26.7 % short |", page, StringComparison.Ordinal);
        Assert.Contains("| open rate | 20.0 % | 20.0 % | 0.0 % | 0.0 % to 0.0 % | - |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unread", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Kpis_FigureReadAgain_TakesTheLaterOne()
    {
        var trail = new Trail().Reads(_ => 100).Add(7.35, new AnomalyFound("a", "signups", KpiClass.Spike, 1, Sunday.AddDays(-6), [.. Enumerable.Repeat<double?>(170, 7)], []));

        Assert.Equal(170, Assert.Single(trail.Read().Kpis).After);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(4, true)]
    public void Kpis_DaysMissing_FallBackToTheReadingBelowFive(int present, bool ofReading)
    {
        var kpi = Assert.Single(new Trail().Reads(day => day > Sunday.AddDays(-7 + (7 - present)) || day <= Sunday.AddDays(-7) ? 100 : null).Read().Kpis);

        Assert.Equal((present, ofReading), (kpi.Days, kpi.IsOfReading));
    }

    [Fact]
    public void Kpis_NothingRead_SaysSo()
    {
        var week = new Trail().Read();

        Assert.Null(week.Kpis[0].After);
        Assert.Contains("no reading", PlayBrief.Markdown(week), StringComparison.Ordinal);
    }

    [Fact]
    public void Kpis_CostThatFalls_IsBetter()
    {
        var chance = new SplitMix(3);
        var play = Trail.Onboarding with { Kpis = [Trail.Signups with { Key = "cost", Form = KpiForm.Cost, Unit = "usd", Direction = KpiDirection.LowerIsBetter, Target = new("<=", 50, null, null) }] };
        var kpi = Assert.Single(new Trail().Reads(day => (day > Sunday.AddDays(-7) ? 60 : 100) + chance.Normal(), "cost").Read(play).Kpis);

        Assert.Equal(KpiMovement.Good, kpi.Movement);
        Assert.InRange(kpi.GoalGap!.Value, 0.15, 0.25);
    }
}
