using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Domain.Policies.Scopes;
using static Optimizer.Tests.Domain.Policies.Books;

namespace Optimizer.Tests.Domain.Policies;

public class PolicyLintTests
{
    [Fact]
    public void Of_Defaults_FindsNothing() => Assert.Empty(PolicyLint.Of(PolicyBook.Defaults, [Plain]));

    [Theory]
    [InlineData("goal.active", "5", "goal.active", FindingKind.Fights)]
    [InlineData("site.max_active", "1", "goal.active", FindingKind.Fights)]
    [InlineData("site.max_starts_per_day", "0", "site.max_starts_per_day", FindingKind.Fights)]
    [InlineData("promote.review_below", "0.3", "promote.review_below", FindingKind.Fights)]
    [InlineData("experiment.min_days", "20", "experiment.end_days", FindingKind.Fights)]
    [InlineData("experiment.futility_day", "3", "experiment.futility_day", FindingKind.NeverFires)]
    [InlineData("experiment.novelty_from_day", "100", "experiment.novelty_from_day", FindingKind.NeverFires)]
    [InlineData("approval.budget_above", "0.6", "approval.budget_above", FindingKind.NeverFires)]
    [InlineData("approval.traffic_above", "1", "approval.traffic_above", FindingKind.NeverFires)]
    [InlineData("stop.drop5_24h.limit", "0.04", "stop.drop5_24h.limit", FindingKind.NeverFires)]
    [InlineData("autonomy.start", "semi", "autonomy.start", FindingKind.NeverFires)]
    [InlineData("autonomy.skip_graduation", "true", "autonomy.skip_graduation", FindingKind.NeverFires)]
    [InlineData("play.max_active", "0", "play.max_starts", FindingKind.NeverFires)]
    public void Of_ValueThatFightsOrSleeps_IsFoundWithItsLine(string key, string value, string blamed, FindingKind kind)
    {
        var finding = Assert.Single(PolicyLint.Of(Of(Scope(ScopeKind.Org, "", (key, value))), []), found => found.Key == blamed);

        Assert.Equal((kind, "policy.yaml:100"), (finding.Kind, finding.Place));
    }

    [Fact]
    public void Of_StopRuleOffWhileItsLimitIsSet_IsFound() => Assert.Equal(["stop.drop30.limit"], PolicyLint.Of(
        Of(Scope(ScopeKind.Org, "", ("stop.drop30.mode", "off"), ("stop.drop30.limit", "0.2"))), []).Select(found => found.Key).Distinct().Where(key => key.EndsWith("limit", StringComparison.Ordinal)));

    [Fact]
    public void Of_ValueOverruledEverywhere_IsFoundAndTheWinnerNamed()
    {
        var finding = Assert.Single(PolicyLint.Of(
            Of(Scope(ScopeKind.Org, "", ("play.max_starts", "2")), Scope(ScopeKind.Play, "onboarding", ("play.max_starts", "3"))), []));

        Assert.Equal((FindingKind.NeverFires, "policy.yaml:130", "play.max_starts"), (finding.Kind, finding.Place, finding.Key));
        Assert.Contains("org (policy.yaml:100) says 2", finding.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ValueOverruledForSomePlaysOnly_IsNotFound() => Assert.Empty(PolicyLint.Of(
        Of(Scope(ScopeKind.Org, "", ("play.max_starts", "3")), Scope(ScopeKind.Play, "onboarding", ("play.max_starts", "2"))), []));

    [Fact]
    public void Of_ScopeOfUnknownPlay_IsFoundOnlyWhenPlaysAreKnown()
    {
        var book = Of(Scope(ScopeKind.Play, "onbording", ("play.max_starts", "2")));

        Assert.Empty(PolicyLint.Of(book, []));
        Assert.Contains("nearest is onboarding", Assert.Single(PolicyLint.Of(book, [Plain])).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ScopeThatSetsNothing_IsFound() => Assert.Equal("sets nothing", Assert.Single(PolicyLint.Of(Of(Scope(ScopeKind.Domain, "growth")), [])).Problem);

    [Fact]
    public void Of_ActionThatIsAlwaysAllowed_IsFound() => Assert.Contains(
        PolicyLint.Of(Of(Scope(ScopeKind.Action, "restore_control", ("approval.quorum", "2"))), []), found => found.Problem.StartsWith("taking a variant out", StringComparison.Ordinal));

    [Fact]
    public void Of_PageOnAnotherSiteThanItsPlay_Fights() => Assert.Equal(FindingKind.Fights, Assert.Single(PolicyLint.Of(
        Of(Scope(ScopeKind.Site, "a") with { Plays = ["onboarding"] }, Scope(ScopeKind.Page, "/x") with { Site = "b", Plays = ["onboarding"] }), [])).Kind);
}
