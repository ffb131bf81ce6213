using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Reports;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Reports;

public class BookedGainTests
{
    [Fact]
    [Trait("Req", "S0-048")]
    public void Gains_RandomTrails_EqualTheSumOfTheAdoptionsAndLieInTheirInterval()
    {
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var trail = WeekCountsTests.Random(new SplitMix(seed));
            var booked = trail.Records.Where(record => record.Entry.At >= Trail.Monday && record.Entry.At < Trail.Monday.AddDays(7))
                .Select(record => record.Entry.Event).OfType<ChangeAdopted>().Select(adopted => adopted.Booked).ToList();

            var gain = Assert.Single(trail.Read().Gains);

            Assert.Equal((booked.Count, booked.Sum()), (gain.Adoptions, gain.Booked));
            Assert.InRange(gain.Booked, gain.Lowest, gain.Highest);
        }
    }

    [Fact]
    [Trait("Req", "S0-048")]
    public void Page_NoAdoption_PrintsZeroNotBlank()
    {
        var week = new Trail().Reads(_ => 100).Read();

        Assert.Equal((0, 0.0, 0.0, 0.0), (week.Gains[0].Adoptions, week.Gains[0].Booked, week.Gains[0].Lowest, week.Gains[0].Highest));
        Assert.Contains("Booked this week: 0 % on signups: nothing was adopted.", PlayBrief.Markdown(week), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S0-048")]
    public void Page_TwoAdoptions_PrintsTheSumWithItsInterval()
    {
        var page = PlayBrief.Markdown(new Trail().Reads(_ => 100).Starts(-9, 1).Starts(-8, 2).Adopts(1, 1, 0.02, 0.01, 0.06).Adopts(2, 2, 0.03, 0.02, 0.1).Read());

        Assert.Contains("Booked this week: +5.0 % on signups (interval +3.0 % to +16.0 %), about 35 more a week.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Gains_UnprovenAdoption_BooksNothing()
    {
        var gain = Assert.Single(new Trail().Adopts(1, 1, 0, -0.01, 0.2, proven: false).Read().Gains);

        Assert.Equal((1, 0, 0.0, -0.01, 0.2), (gain.Adoptions, gain.Proven, gain.Booked, gain.Lowest, gain.Highest));
    }

    [Fact]
    public void Gains_IntervalAboveTheShrunkenGain_IsMovedOutToIt()
    {
        var gain = Assert.Single(new Trail().Adopts(1, 1, 0.023, 0.08, 0.6).Read().Gains);

        Assert.Equal((0.023, 0.6), (gain.Lowest, gain.Highest));
    }

    [Fact]
    public void Gains_KpiThatTheDefinitionDropped_StayBooked()
    {
        var trail = new Trail().Add(1, new ChangeAdopted("clicks", new("subject", "1"), new("subject", "2"), "new", true, 0.04, 0.01, 0.1), "onboarding-1");

        Assert.Equal(("clicks", 0.04), (Assert.Single(trail.Read().Gains).Kpi, trail.Read().Gains[0].Booked));
    }
}
