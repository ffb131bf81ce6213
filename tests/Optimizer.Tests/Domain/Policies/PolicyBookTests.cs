using FsCheck;
using FsCheck.Fluent;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Domain.Policies.Scopes;
using Optimizer.Testing;
using Optimizer.Workflows;
using static Optimizer.Tests.Domain.Policies.Books;

namespace Optimizer.Tests.Domain.Policies;

public class PolicyBookTests
{
    [Fact]
    public void For_WithoutAFile_IsTheProfileGtmPlay()
    {
        var policy = PolicyBook.Defaults.For(Plain);
        var expected = new EffectivePolicy();

        Assert.Equal(expected.ClassSeats.OrderBy(pair => pair.Key), policy.ClassSeats.OrderBy(pair => pair.Key));
        Assert.Equal(expected with { Values = policy.Values, ClassSeats = policy.ClassSeats, StartLimits = policy.StartLimits, AskVariables = policy.AskVariables }, policy);
        Assert.Equal((0, 0), (policy.StartLimits.Count, policy.AskVariables.Count));
        Assert.All(policy.Values.Values, value => Assert.Equal(("profile gtm-play", null), (value.Scope, value.Place)));
    }

    [Theory]
    [InlineData("play.max_starts", "2", "5", "2", ScopeKind.Site)]
    [InlineData("play.max_starts", "5", "2", "2", ScopeKind.Play)]
    [InlineData("play.cooldown_days", "10", "3", "10", ScopeKind.Site)]
    [InlineData("play.starts_window", "month", "30", "30", ScopeKind.Play)]
    [InlineData("autonomy.ceiling", "semi", "full", "semi", ScopeKind.Site)]
    [InlineData("stop.drop30.mode", "literal", "off", "literal", ScopeKind.Site)]
    [InlineData("stop.drop30.limit", "0.3", "0.2", "0.2", ScopeKind.Play)]
    [InlineData("freeze", "true", "false", "true", ScopeKind.Site)]
    [InlineData("experiment.min_units", "500", "50", "500", ScopeKind.Site)]
    [InlineData("experiment.novelty_from_day", "off", "21", "21", ScopeKind.Play)]
    [InlineData("promote.p90.mode", "literal", "guarded", "guarded", ScopeKind.Play)]
    [InlineData("approval.budget_above", "0.1", "0.3", "0.1", ScopeKind.Site)]
    [InlineData("approval.class.copy", "ceo", "manager", "ceo", ScopeKind.Site)]
    [InlineData("approval.class.copy", "none", "manager", "manager", ScopeKind.Play)]
    [InlineData("time_zone", "Europe/Warsaw", "America/New_York", "America/New_York", ScopeKind.Play)]
    [InlineData("approval.timeout", "reject", "park", "park", ScopeKind.Play)]
    [InlineData("goal.active", "3", "1", "1", ScopeKind.Play)]
    public void For_TwoScopes_ResolvesByTheTypeOfTheKey(string key, string wide, string narrow, string value, ScopeKind winner)
    {
        var policy = Of(Scope(ScopeKind.Site, "shop", (key, wide)), Scope(ScopeKind.Play, "onboarding", (key, narrow))).For(Plain);
        var resolved = policy.Values[key];

        Assert.Equal((value, winner == ScopeKind.Site ? "site shop" : "play onboarding"), (resolved.Value, resolved.Scope));
        Assert.NotNull(resolved.Place);
        Assert.Contains(winner == ScopeKind.Site ? "play onboarding" : "site shop", Assert.Single(resolved.Overruled), StringComparison.Ordinal);
    }

    [Fact]
    public void For_Names_AreJoined() => Assert.Equal(["a", "b", "c"], Of(
        Scope(ScopeKind.Org, "", ("approval.variables", "a, b")), Scope(ScopeKind.Play, "onboarding", ("approval.variables", "b, c"))).For(Plain).AskVariables);

    [Fact]
    public void For_FileAboveTheDefault_WidensACap() =>
        Assert.Equal(6, Of(Scope(ScopeKind.Org, "", ("play.max_starts", "6"))).For(Plain).PlayMaxStarts);

    [Fact]
    public void For_Profile_NarrowestThatNamesOneWins()
    {
        var book = Of(
            Scope(ScopeKind.Site, "shop") with { Profile = Profile.SiteCro }, Scope(ScopeKind.Play, "onboarding") with { Profile = Profile.OutboundSopStrict });

        Assert.Equal(Profile.OutboundSopStrict, book.For(Plain).Profile);
        Assert.Equal(Profile.SiteCro, book.ForSlug("other").Profile);
        Assert.Equal("shop", book.ForSlug("other").Site);
    }

    [Fact]
    public void For_ScopesOfOthers_DoNotHold()
    {
        var book = Of(Scope(ScopeKind.Play, "other", ("play.max_starts", "1")), Scope(ScopeKind.Action, "adopt_variant", ("approval.quorum", "2")), Scope(ScopeKind.Experiment, "onboarding-3", ("experiment.min_units", "900")));

        Assert.Equal((4, 1, 100), Seen(book.For(Plain)));
        Assert.Equal((4, 2, 900), Seen(book.For(Plain, "onboarding-3", "adopt_variant")));

        static (int, int, long) Seen(EffectivePolicy policy) => (policy.PlayMaxStarts, policy.ApprovalQuorum, policy.Rules.MinimumUnits);
    }

    [Fact]
    [Trait("Req", "S0x-005")]
    public void For_TighterDefinition_TightensEveryMinimum()
    {
        var policy = PolicyBook.Defaults.For(Plain with
        {
            Experiment = new()
            {
                MinSamplesPerVariant = 200,
                MinConfidence = 0.95,
                MinDuration = new(3, SpanUnit.Week),
                MinLift = 15,
                RevertWhen = [new() { Metric = "primary", Operator = "<", Value = 20, Unit = "percent", Basis = GuardrailBasis.ChangeFromBaseline, Action = GuardrailAction.Revert }],
            },
            Limits = new() { MaxPer = [new(2, SpanUnit.Month, "play"), new(8, SpanUnit.Year, "play"), new(1, SpanUnit.Month, "persona")], Cooldown = new(2, SpanUnit.Week), FailuresBeforePause = 3 },
        });

        Assert.Equal((200, 21, 20, 0.95), (policy.Rules.MinimumUnits, policy.Rules.MinimumDays, policy.Rules.ProvenOdds, policy.Rules.ProvisionalChance));
        Assert.Equal((2, 14, 3, 0.15, 0.2), (policy.PlayMaxStarts, policy.CooldownDays, policy.FailuresBeforePause, policy.PromoteReviewBelow, policy.Rules.Stated.Drop30.Limit));
        Assert.Equal(21, policy.Rules.EndDay);
        Assert.Equal((8, 365), (Assert.Single(policy.StartLimits).Max, policy.StartLimits[0].Days));
        Assert.Equal("definition", policy.Values["experiment.min_units"].Scope);
    }

    [Fact]
    public void For_LooserDefinition_IsOverruledWithANote()
    {
        var policy = Of(Scope(ScopeKind.Org, "", ("experiment.min_units", "300"))).For(Plain with
        {
            Experiment = new() { MinSamplesPerVariant = 30, MinLift = 5 },
            Limits = new() { MaxActive = [new(3, "play")], Cooldown = new(1, SpanUnit.Day) },
        });

        Assert.Equal((300, 0.1, 1, 7), (policy.Rules.MinimumUnits, policy.PromoteReviewBelow, policy.PlayMaxActive, policy.CooldownDays));
        Assert.All(
            new[] { ("experiment.min_units", "30"), ("promote.review_below", "0.05"), ("play.cooldown_days", "1") },
            pair => Assert.Equal($"definition: {pair.Item2}, looser", Assert.Single(policy.Values[pair.Item1].Overruled)));
    }

    [Fact]
    public void For_DefinitionsApprovals_BecomeClassesAndLimits()
    {
        var policy = PolicyBook.Defaults.For(Plain with
        {
            Approvals =
            [
                new("budget_change", 10, []), new("traffic_share_affected", 30, []), new("audience_or_targeting_change", null, []),
                new("content_or_copy_approval", null, ["email_copy"]), new("brand_or_positioning", null, []), new("channel_add_or_remove", null, []),
                new("retire_or_remove_asset", null, []),
            ],
        });

        Assert.Equal((0.1, 0.3), (policy.ApproveBudgetAbove, policy.ApproveTrafficAbove));
        Assert.Equal(["email_copy"], policy.AskVariables);
        Assert.Equal(
            [ChangeClass.Channel, ChangeClass.Pricing, ChangeClass.Legal, ChangeClass.Strategy], policy.ClassSeats.Keys.Order());
    }

    [Fact]
    public void For_UnknownApprovalOfADefinition_AsksForEverything() =>
        Assert.Equal(Enum.GetValues<ChangeClass>(), PolicyBook.Defaults.For(Plain with { Approvals = [new("something_new", null, [])] }).ClassSeats.Keys.Order());

    [Fact]
    public void For_AutonomyAboveShadowWithoutLeave_BeginsInShadow()
    {
        var policy = Of(Scope(ScopeKind.Org, "", ("autonomy.start", "full"))).For(Plain);

        Assert.Equal(Autonomy.Shadow, policy.AutonomyStart);
        Assert.Contains("skip_graduation", Assert.Single(policy.Values["autonomy.start"].Overruled), StringComparison.Ordinal);
        Assert.Equal(Autonomy.Full, Of(Scope(ScopeKind.Org, "", ("autonomy.start", "full"), ("autonomy.skip_graduation", "true"))).For(Plain).AutonomyStart);
    }

    [Theory]
    [InlineData(Profile.GtmPlay, 7, RuleMode.Guarded, RuleMode.Off, false, 0.2)]
    [InlineData(Profile.GtmPlayStrict, 7, RuleMode.Literal, RuleMode.Off, false, 0)]
    [InlineData(Profile.SiteCro, 2, RuleMode.Guarded, RuleMode.Guarded, true, 0)]
    [InlineData(Profile.SiteCroStrict, 2, RuleMode.Literal, RuleMode.Literal, true, 0)]
    [InlineData(Profile.OutboundSop, 7, RuleMode.Guarded, RuleMode.Off, false, 0.2)]
    [InlineData(Profile.Budget, 7, RuleMode.Guarded, RuleMode.Off, false, 0.2)]
    [Trait("Req", "C04")]
    public void For_Profiles_HaveTheirDefaults(Profile profile, int days, RuleMode drop30, RuleMode drop5, bool bandit, double auto)
    {
        var policy = (PolicyBook.Defaults with { Profile = profile }).For(Plain);
        var stated = policy.Rules.Stated;

        Assert.Equal((days, drop30, drop5, bandit, auto), (policy.Rules.MinimumDays, stated.Drop30.Mode, stated.Drop5Over24Hours.Mode, policy.IsBandit, policy.PromoteAutoAbove));
        Assert.Equal(drop30 == RuleMode.Literal ? 0 : 100, stated.Drop30.MinimumUnits);
    }

    [Fact]
    public void For_SiteCroStrict_ActsWordForWordOnEveryStatedRule() =>
        Assert.Equal(StatedRules.Literal, (PolicyBook.Defaults with { Profile = Profile.SiteCroStrict }).For(Plain).Rules.Stated);

    [Fact]
    public void For_ThroughJson_ComesBackAlike()
    {
        var policy = Of(Scope(ScopeKind.Site, "shop", ("approval.class.copy", "ceo"), ("play.starts_window", "month"))).For(
            Plain with { Limits = new() { MaxPer = [new(8, SpanUnit.Year, "play")] } });
        var payload = Payload.Of(policy);
        var read = payload.Read<EffectivePolicy>();

        Assert.Equal(payload, Payload.Of(read));
        Assert.Equal((policy.Rules, Seat.Ceo, null, 8), (read.Rules, read.ClassSeats[ChangeClass.Copy], read.StartsWindowDays, read.StartLimits[0].Max));
        Assert.Equal(policy.Values["approval.class.copy"].Place, read.Values["approval.class.copy"].Place);
    }

    [Fact]
    public void For_ScopeAdded_NeverLoosensACapGateStopOrApproval()
    {
        var keys = PolicyKeys.All.Where(key => key.Type is not (PolicyKeyType.Preference or PolicyKeyType.Goal)).ToList();
        var cases =
            from key in Gen.Elements(keys.AsEnumerable())
            from values in Gen.ListOf(Gen.Choose(0, 1000), 4)
            from kinds in Gen.ListOf(Gen.Elements(ScopeKind.Org, ScopeKind.Site, ScopeKind.Domain, ScopeKind.Page, ScopeKind.Play), 4)
            select (key, values.Select(value => Values(key, value)).ToList(), kinds.ToList());
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var (key, values, kinds) = each;
            var tightness = Enumerable.Range(1, values.Count).Select(count => key.Tightness(Of(
                [.. Enumerable.Range(0, count).Select(i => Scope(kinds[i], kinds[i] == ScopeKind.Play ? "onboarding" : $"s{i}", (key.Name, values[i])))])
                .For(Plain).Values[key.Name].Value)).ToList();
            Assert.Equal(tightness.Order(), tightness);
        }).Check(Laws.Of(400));
    }

    private static string Values(PolicyKey key, int chosen) => key.Form switch
    {
        ValueForm.Choice => key.Choices[chosen % key.Choices.Count],
        ValueForm.Flag => chosen % 2 == 0 ? "true" : "false",
        ValueForm.Names => $"v{chosen}",
        ValueForm.Whole => KeyText.Text(Math.Min(key.Most, key.Least + (chosen % 20))),
        ValueForm.Number or ValueForm.Share => KeyText.Text(key.Least + ((key.Most - key.Least) * chosen / 1000)),
        _ => throw new InvalidOperationException($"no values of {key.Form}"),
    };
}
