using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Reports;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Reports;

public class PlayBriefTests
{
    [Fact]
    [Trait("Req", "S0-049")]
    public void Page_EveryAdoption_HasOneLineThatLinksToItsCard()
    {
        var trail = new Trail();
        for (var number = 1; number <= 8; number++)
        {
            trail.Starts(-9, number, $"Change {number}").Adopts(number * 0.5, number, 0.01, 0.005, 0.03, change: $"Change {number}");
        }

        var lines = PlayBrief.Markdown(trail.Read()).Split('\n');

        Assert.All(Enumerable.Range(1, 8), number =>
            Assert.StartsWith($"- **Change {number}** ([onboarding-{number}](../../cards/onboarding-{number}.md)): adopted, +1.0 % booked", Assert.Single(lines, line => line.Contains($"Change {number}*", StringComparison.Ordinal)), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "S0-049")]
    public void Page_ProvisionalThenProven_ShowsTheLastWordOnce()
    {
        var page = PlayBrief.Markdown(new Trail().Adopts(1, 1, 0, -0.01, 0.1, proven: false).Adopts(5, 1, 0.03, 0.01, 0.1).Read());

        Assert.Single(page.Split('\n'), line => line.Contains("cards/onboarding-1.md", StringComparison.Ordinal));
        Assert.Contains("adopted, +3.0 % booked", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Reverted_SaysWhatWasLearned()
    {
        var page = PlayBrief.Markdown(new Trail().Starts(-9, 1).Ends(2, 1, DecisionKind.Revert, -0.12, 0, "Harm is proven.").Read());

        Assert.Contains("- Subject line asks a question ([onboarding-1](../../cards/onboarding-1.md)): reverted at -12.0 %. Harm is proven.", page, StringComparison.Ordinal);
        Assert.Contains("**No gain this week. 1 change did harm and was taken back.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Running_SaysTheDayAndWhatEndsIt()
    {
        var page = PlayBrief.Markdown(new Trail().Starts(-2, 1).Add(3, new ExperimentExtended(1, Trail.Monday.AddDays(26), "close"), "onboarding-1").Read());

        Assert.Contains("day 9 of 28. Ends when: proven gain or harm from day 7, or day 14. Smallest lift it can find: 4.0 %.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_LiteralRuleFiredWhileGuardedWentOn_SaysWhatItWouldHaveDone()
    {
        var fired = new Trigger(Triggers.Drop30, "variant", true, -0.42, new StatedRule(0.3, 0), 60, DecisionKind.Revert);
        var week = new Trail().Starts(-2, 1).Decides(1, 1, DecisionKind.Extend, fired).Decides(2, 1, DecisionKind.Extend, fired).Decides(3, 1, DecisionKind.Revert, fired).Read();

        var one = Assert.Single(week.Otherwise);
        Assert.Equal(("literal", 2), (one.Mode, one.Looks));
        Assert.Contains("would revert variant", PlayBrief.Markdown(week), StringComparison.Ordinal);
    }

    [Fact]
    public void Page_LiteralModeAdoptedWhatIsUnproven_SaysGuardedWouldMeasureOn()
    {
        var fired = new Trigger(Triggers.Plus20, "variant", true, 0.3, new StatedRule(0.2, 0, RuleMode.Literal), 60, DecisionKind.AdoptStated);

        Assert.Equal("guarded", Assert.Single(new Trail().Starts(-2, 1).Decides(1, 1, DecisionKind.AdoptStated, fired).Read().Otherwise).Mode);
    }

    [Fact]
    public void Page_HostileText_NeitherFormatsNorLinks()
    {
        const string Hostile = "**boom** [x](https://evil.example) | <script>\n# head `code` @channel\u202e";
        var page = PlayBrief.Markdown(new Trail().Starts(-9, 1, Hostile).Adopts(1, 1, 0.01, 0, 0.1, change: Hostile).Read(Trail.Onboarding with { Name = Hostile }));

        Assert.DoesNotContain("[x](", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://evil", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Replace("\\<script", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split('\n').Count(line => line.StartsWith("# ", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Req", "S0-007")]
    public void Page_SameRecordsInAnyOrder_AreTheSameBytes()
    {
        var records = WeekCountsTests.Random(new SplitMix(5)).Records;

        Assert.Equal(
            PlayBrief.Markdown(PlayWeek.Of(Trail.Onboarding, Trail.Week, records, [])),
            PlayBrief.Markdown(PlayWeek.Of(Trail.Onboarding, Trail.Week, records.Take(5).Reverse(), records.Reverse())));
    }

    [Fact]
    [Trait("Req", "S0-066")]
    public void Page_RandomWeeks_FitOnePage()
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            Assert.InRange(PlayBrief.Markdown(WeekCountsTests.Random(new SplitMix(seed)).Read()).Split('\n').Length, 15, 60);
        }
    }
}
