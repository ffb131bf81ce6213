using Optimizer.Connectors.Rules;
using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;

namespace Optimizer.Tests.Connectors.Simulated;

public class SimulatedMarketTests
{
    private static readonly VariableSetting AsIs = new("subject_line", """{"move":"as_is"}""");
    private static readonly VariableSetting Question = MoveCatalogue.For("subject_line")[0].Setting("subject_line");

    [Fact]
    public async Task ReadKpi_AnyOrderAndRepeats_TellsTheSameFigures()
    {
        var play = SamplePlay.Of();
        var (forward, backward) = (Open(3, play), Open(3, play));
        var whole = await forward.Kpis.ReadAsync(play, play.Kpis[0], SamplePlay.Day(-180), SamplePlay.Day(100), default);

        for (var day = 100; day >= -180; day--)
        {
            var one = await backward.Kpis.ReadAsync(play, play.Kpis[0], SamplePlay.Day(day), SamplePlay.Day(day), default);
            Assert.Equal(whole[day + 180], Assert.Single(one));
        }

        Assert.Equal(whole, await forward.Kpis.ReadAsync(play, play.Kpis[0], SamplePlay.Day(-180), SamplePlay.Day(100), default));
    }

    [Fact]
    public async Task ReadKpi_OtherSeedOrSlug_TellsAnotherWorld()
    {
        var play = SamplePlay.Of();
        var other = SamplePlay.Of("elsewhere");
        var first = await Figures(Open(1, play), play);

        Assert.NotEqual(first, await Figures(Open(2, play), play));
        Assert.NotEqual(first, await Figures(Open(1, other), other));
    }

    [Theory]
    [InlineData(KpiForm.Rate)]
    [InlineData(KpiForm.Count)]
    [InlineData(KpiForm.Revenue)]
    [InlineData(KpiForm.Duration)]
    public async Task ReadKpi_NothingChanged_FollowsTheUntouchedTruth(KpiForm form)
    {
        var play = SamplePlay.Of(form: form);
        var market = Open(5, play, new() { DailyUnits = 2000, MissingDays = 0 });
        var figures = await Figures(market, play);
        var truth = Enumerable.Range(-180, 360).Select(day => market.Truth.Untouched(play, play.Kpis[0], SamplePlay.Day(day))).ToList();

        Assert.All(Enumerable.Range(-180, 360), day => Assert.Equal(
            market.Truth.Untouched(play, play.Kpis[0], SamplePlay.Day(day)), market.Truth.Actual(play, play.Kpis[0], SamplePlay.Day(day))));

        // The mean of 360 days of 2,000 units each: chance is far below 2 % of it, also at a rate of 2 %.
        Assert.Equal(1, figures.Average(point => point.Value!.Value) / truth.Average(), 0.02);
    }

    [Fact]
    public async Task ReadKpi_MissingDays_AreFewAndAlwaysTheSame()
    {
        var missing = 0;
        for (var seed = 0UL; seed < 40; seed++)
        {
            var play = SamplePlay.Of();
            missing += (await Figures(Open(seed, play), play)).Count(point => point.Value is null);
        }

        // 14,400 days at 1 to 2 %: 216 expected, and 144 to 288 for the extremes of the setting.
        Assert.InRange(missing, 144, 288);
    }

    [Fact]
    public async Task ReadKpi_BeforeHistoryBegan_HasNoFigure()
    {
        var play = SamplePlay.Of();
        var market = Open(3, play);

        Assert.Empty(await market.Kpis.ReadAsync(play, play.Kpis[0], SamplePlay.Day(-300), SamplePlay.Day(-181), default));
        Assert.InRange(await market.Kpis.DaysAsync(play, play.Kpis[0], SamplePlay.Day(-1), default), 165, 180);
    }

    [Fact]
    public async Task Count_EventsOfTheDefinition_ComeAndUnknownOrSilentOnesDoNot()
    {
        var play = SamplePlay.Of();
        var market = Open(3, play, new() { SilentEvents = ["complaints_done"] });

        var counts = await market.Kpis.CountAsync(play, ["visited", "goal_done", "complaints_done", "never_heard"], SamplePlay.Day(-28), SamplePlay.Day(-1), default);

        Assert.True(counts["visited"] > counts["goal_done"] && counts["goal_done"] > 0);
        Assert.Equal((0, 0), (counts["complaints_done"], counts["never_heard"]));
    }

    [Theory]
    [InlineData(KpiDirection.HigherIsBetter)]
    [InlineData(KpiDirection.LowerIsBetter)]
    public async Task Apply_SettingWithATrueGain_MovesTheGoodWayByThatMuch(KpiDirection direction)
    {
        var play = SamplePlay.Of(direction: direction);
        var market = Open(11, play, new() { ShockRate = 0, BaseLevel = 0.2 });
        var best = MoveCatalogue.Reachable(play).MaxBy(setting => market.Truth.Gain(play, setting))!;
        var gain = market.Truth.Gain(play, best);

        await market.Channel.ApplyAsync(play, play.Variables.Single(variable => variable.Key == best.Variable), best, SamplePlay.Start, "k", default);
        var actual = market.Truth.MeanActual(play, play.Kpis[0], SamplePlay.Day(120), SamplePlay.Day(180));
        var untouched = market.Truth.MeanUntouched(play, play.Kpis[0], SamplePlay.Day(120), SamplePlay.Day(180));

        Assert.True(gain > 0.03);
        Assert.Equal(direction == KpiDirection.HigherIsBetter ? gain : -gain, (actual / untouched) - 1, 0.001);
        Assert.Equal(best, await market.Channel.ReadAsync(play, play.Variables.Single(variable => variable.Key == best.Variable), default));
        Assert.Equal(market.Truth.Actual(play, play.Kpis[0], SamplePlay.Day(-1)), market.Truth.Untouched(play, play.Kpis[0], SamplePlay.Day(-1)));
    }

    [Fact]
    public async Task Exposures_WholeExperiment_HaveTheirRatesAndShares()
    {
        var (units, variantUnits, gap, variance) = (0L, 0L, 0.0, 0.0);
        for (var seed = 0UL; seed < 60; seed++)
        {
            var play = SamplePlay.Of();
            var market = Open(seed, play, new() { DailyUnits = 1000 });
            await Launch(market, 0.3);
            var days = (await market.Exposures.ReadAsync(play, "onboarding-1", SamplePlay.Start, SamplePlay.Start.AddDays(30), default)).Days;
            foreach (var day in days)
            {
                units += day.Groups.Sum(group => group.Units);
                variantUnits += day.Groups[1].Units;
                var share = (double)day.Groups[1].Units / day.Groups.Sum(group => group.Units);
                gap += Math.Pow(share - 0.3, 2) * day.Groups.Sum(group => group.Units) / 0.21;
                variance++;
            }
        }

        // About 1.8 million units: the share is known to 0.0004, and the days scatter as a binomial does (1,860 of them).
        Assert.Equal(0.3, (double)variantUnits / units, 0.0015);
        Assert.Equal(1, gap / variance, 0.12);
    }

    [Fact]
    public async Task Exposures_TrueGain_IsWhatTheVariantsDifferBy()
    {
        var play = SamplePlay.Of();
        var market = Open(11, play, new() { DailyUnits = 3000, BaseLevel = 0.25, ShockRate = 0 });
        var best = MoveCatalogue.Reachable(play).Where(setting => setting.Variable == "subject_line").MaxBy(setting => Math.Abs(market.Truth.Gain(play, setting)))!;
        await market.Flags.PutAsync(new("onboarding-1", play.Slug, true, [0.5, 0.5], [AsIs, best]), SamplePlay.Start, "k", default);

        var read = await market.Exposures.ReadAsync(play, "onboarding-1", SamplePlay.Start.AddDays(90), SamplePlay.Start.AddDays(190), default);
        var groups = Enumerable.Range(0, 2).Select(group => (double)read.Days.SkipLast(4).Sum(day => day.Groups[group].Sum) / read.Days.SkipLast(4).Sum(day => day.Groups[group].Units)).ToList();

        // 150,000 units a side at 25 %: one standard error of the ratio is 0.6 %.
        Assert.Equal(market.Truth.Gain(play, AsIs, best), (groups[1] / groups[0]) - 1, 0.025);
    }

    [Fact]
    public async Task Exposures_EveryQuarterOfAnHour_OnlyGrowAndDoNotDependOnWhoReadsWhen()
    {
        var play = SamplePlay.Of();
        var (often, once) = (Open(7, play), Open(7, play));
        await Launch(often, 0.5);
        await Launch(once, 0.5);
        Exposures? before = null;
        for (var slot = 1; slot <= 96 * 6; slot++)
        {
            var until = SamplePlay.Start.AddMinutes(15 * slot);
            var read = await often.Exposures.ReadAsync(play, "onboarding-1", SamplePlay.Start, until, default);
            if (slot % 37 == 0)
            {
                Same(read, await once.Exposures.ReadAsync(play, "onboarding-1", SamplePlay.Start, until, default));
            }

            for (var day = 0; day < (before?.Days.Count ?? 0); day++)
            {
                Assert.True(read.Days[day].Groups[1].Units >= before!.Days[day].Groups[1].Units);
                Assert.True(read.Days[day].Groups[1].Sum >= before.Days[day].Groups[1].Sum);
            }

            before = read;
        }
    }

    [Fact]
    public async Task Exposures_YoungDay_ReadsTooLowUntilItsLateConversionsCame()
    {
        var play = SamplePlay.Of();
        var market = Open(7, play, new() { LateShare = 0.3, DailyUnits = 3000, BaseLevel = 0.3 });
        await Launch(market, 0.5);
        var sums = new List<double>();
        foreach (var days in new[] { 1, 2, 3, 4, 10 })
        {
            sums.Add((await market.Exposures.ReadAsync(play, "onboarding-1", SamplePlay.Start, SamplePlay.Start.AddDays(days), default)).Days[0].Groups[0].Sum);
        }

        Assert.Equal(sums[3], sums[4]);
        Assert.Equal(sums.Order(), sums);
        // Half of 30 % comes on the first day after; 450 conversions of which 15 % are missing at first sight.
        Assert.Equal(0.85, sums[0] / sums[4], 0.06);
    }

    [Fact]
    public async Task Exposures_WeightsChangedDuringADay_LoseNobodyAndKeepWhatWasTold()
    {
        var play = SamplePlay.Of();
        var market = Open(9, play, new() { DailyUnits = 3000 });
        await Launch(market, 0.5);
        var noon = SamplePlay.Start.AddDays(2).AddHours(12);
        var before = (await market.Exposures.ReadAsync(play, "onboarding-1", SamplePlay.Start, noon, default)).Days[^1];

        await market.Flags.PutAsync(new("onboarding-1", play.Slug, true, [0.9, 0.1], [AsIs, Question]), noon, "k2", default);
        var after = (await market.Exposures.ReadAsync(play, "onboarding-1", SamplePlay.Start, SamplePlay.Start.AddDays(3), default)).Days;
        var ofDay = after.Where(day => day.Day == SamplePlay.Day(2)).ToList();

        Assert.Equal(2, ofDay.Count);
        Assert.Equal(before.Groups.Select(group => group.Units), ofDay[0].Groups.Select(group => group.Units));
        Assert.Equal(0.1, (double)ofDay[1].Groups[1].Units / ofDay[1].Groups.Sum(group => group.Units), 0.035);
    }

    [Fact]
    public async Task Flags_SameKeyAgain_ChangesNothing()
    {
        var play = SamplePlay.Of();
        var market = Open(9, play);
        await Launch(market, 0.5);
        await market.Flags.PutAsync(new("onboarding-1", play.Slug, true, [0.9, 0.1], [AsIs, Question]), SamplePlay.Start, "start", default);
        Assert.Equal(0.5, (await market.Flags.FindAsync("onboarding-1", default))!.Weights[1]);

        await market.Flags.RemoveAsync("onboarding-1", SamplePlay.Start.AddDays(1), "end", default);
        await market.Flags.RemoveAsync("onboarding-1", SamplePlay.Start.AddDays(2), "end", default);
        Assert.Null(await market.Flags.FindAsync("onboarding-1", default));
        Assert.Null(await market.Flags.FindAsync("never", default));
    }

    [Fact]
    public async Task Change_ToldLate_TakesItsPlaceByItsOwnTime()
    {
        var play = SamplePlay.Of();
        var (straight, late) = (Open(4, play), Open(4, play));
        var cta = new VariableSetting("cta", """{"move":"other"}""");
        await straight.Channel.ApplyAsync(play, play.Variables[0], Question, SamplePlay.Start.AddDays(1), "a", default);
        await straight.Channel.ApplyAsync(play, play.Variables[2], cta, SamplePlay.Start.AddDays(5), "b", default);
        await late.Channel.ApplyAsync(play, play.Variables[2], cta, SamplePlay.Start.AddDays(5), "b", default);
        await Figures(late, play);
        await late.Channel.ApplyAsync(play, play.Variables[0], Question, SamplePlay.Start.AddDays(1), "a", default);

        Assert.Equal(await Figures(straight, play), await Figures(late, play));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Santiago")]
    public async Task Exposures_DaysOfOtherLengths_AreWhole(string zone)
    {
        var play = SamplePlay.Of(timeZone: zone);
        var market = Open(4, play);
        await Launch(market, 0.5);
        var read = await market.Exposures.ReadAsync(play, "onboarding-1", SamplePlay.Start, SamplePlay.Start.AddDays(330), default);

        Assert.Equal(read.Days.Select(day => day.Day).Distinct().Count(), read.Days.Count);
        Assert.InRange(read.Days.Count, 330, 331);
        Assert.All(read.Days.Skip(1).SkipLast(1), day => Assert.True(day.Groups[0].Units > 0));
    }

    private static SimulatedMarket Open(ulong seed, Play play, MarketSettings? settings = null) => SimulatedMarket.Open(new()
    {
        Seed = seed,
        Start = SamplePlay.Start,
        Plays = [play],
        Settings = new Dictionary<string, MarketSettings> { [play.Slug] = settings ?? new() },
    });

    private static Task Launch(SimulatedMarket market, double share) =>
        market.Flags.PutAsync(new("onboarding-1", "onboarding", true, [1 - share, share], [AsIs, Question]), SamplePlay.Start, "start", default);

    private static Task<IReadOnlyList<KpiPoint>> Figures(SimulatedMarket market, Play play) =>
        market.Kpis.ReadAsync(play, play.Kpis[0], SamplePlay.Day(-180), SamplePlay.Day(179), default);

    private static void Same(Exposures expected, Exposures actual)
    {
        Assert.Equal(expected.Days.Count, actual.Days.Count);
        foreach (var (left, right) in expected.Days.Zip(actual.Days))
        {
            Assert.Equal((left.Day, left.Groups[0], left.Groups[1]), (right.Day, right.Groups[0], right.Groups[1]));
            Assert.Equal(left.Others.Select(other => (other.Key, other.Value[0], other.Value[1])), right.Others.Select(other => (other.Key, other.Value[0], other.Value[1])));
        }
    }
}
