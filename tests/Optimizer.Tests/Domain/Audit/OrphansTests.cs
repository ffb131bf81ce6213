using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Tests.Domain.Audit;

[Trait("Req", "S0-067")]
public class OrphansTests
{
    private static readonly IReadOnlyList<AuditRecord> Trail = Story.Tell().Records();

    [Fact]
    public void Of_WholeStory_NothingStandsAlone() => Assert.Empty(Orphans.Of(Trail));

    [Fact]
    public void Of_EachEffectRecordTakenOut_IsMissed() => Assert.All(
        Trail.Where(record => record.Entry.Event is EffectIntended or EffectDone),
        gone => Assert.Single(Orphans.Of(Trail.Where(record => record != gone))));

    [Fact]
    public void Of_EffectAnsweredTwice_IsNamed()
    {
        var done = Trail.First(record => record.Entry.Event is EffectDone);

        Assert.Contains("answered before", Assert.Single(Orphans.Of([.. Trail, done])).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EffectThatWasRefused_HasItsAnswer()
    {
        var done = Trail.First(record => record.Entry.Event is EffectDone);
        var failed = done with { Entry = done.Entry with { Event = new EffectFailed(((EffectDone)done.Entry.Event).Effect, "no") } };

        Assert.Empty(Orphans.Of(Trail.Select(record => record == done ? failed : record)));
    }

    [Theory]
    [InlineData("", Story.Slug, "has no cause")]
    [InlineData("cause", "-", "belongs to no play")]
    public void Of_EffectWithoutCauseOrPlay_IsNamed(string cause, string play, string said) => Assert.Contains(
        said,
        Assert.Single(Orphans.Of(Trail.Select(record => record.Entry.Event is EffectIntended { Effect: Story.Winner + "/flag" }
            ? record with { Entry = record.Entry with { Cause = cause, Play = play } }
            : record))).Problem,
        StringComparison.Ordinal);

    [Fact]
    public void Of_AdoptionAndEndWithoutADecision_AreNamed() => Assert.Equal(
        2, Orphans.Of(Trail.Where(record => record.Entry is not { Experiment: Story.Winner, Event: DecisionMade })).Count);

    [Fact]
    public void Of_ExperimentWithoutAStart_IsNamed() => Assert.NotEmpty(
        Orphans.Of(Trail.Where(record => record.Entry is not { Experiment: Story.Loser, Event: ExperimentStarted })));

    [Fact]
    public void Story_Experiments_EndAsTheirNamesSay() => Assert.Equal(
        [DecisionKind.AdoptProven, DecisionKind.Revert], Trail.Select(record => record.Entry.Event).OfType<ExperimentEnded>().Select(ended => ended.End));
}
