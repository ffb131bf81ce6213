using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Testing;
using Optimizer.Tests.Domain.Policies;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Workflows.Definitions;

public class PolicyFileTests
{
    private const string Good = """
        version: 3
        profile: gtm-play
        set:
          play.max_starts: 3
          approval.budget_above: 10%
        scopes:
          - site: shop.example
            profile: site-cro
            plays: [pricing, "checkout-*"]
            set: {site.max_active: 2}
          - page: /pricing
            site: shop.example
            plays: [pricing]
          - play: onboarding
            freeze: true
            set:
              approval.variables: [subject_line, send_time]
        """;

    [Fact]
    public void Read_GoodFile_ResolvesWithItsLines()
    {
        var book = Read(Good);
        var (pricing, onboarding) = (book.ForSlug("pricing"), book.ForSlug("onboarding"));

        Assert.Equal((Profile.SiteCro, "shop.example", "/pricing", 2, 3), (pricing.Profile, pricing.Site, pricing.Page, pricing.SiteMaxActive, pricing.PlayMaxStarts));
        Assert.Equal("shop.example", book.ForSlug("checkout-trust").Site);
        Assert.Equal((Profile.GtmPlay, "default", null, true), (onboarding.Profile, onboarding.Site, onboarding.Page, onboarding.IsFrozen));
        Assert.Equal(["subject_line", "send_time"], onboarding.AskVariables);
        Assert.Equal(("org", "p.yaml:5", "0.1"), (pricing.Values["approval.budget_above"].Scope, pricing.Values["approval.budget_above"].Place, pricing.Values["approval.budget_above"].Value));
        Assert.Equal("p.yaml:10", pricing.Values["site.max_active"].Place);
        Assert.Equal("p.yaml:15", onboarding.Values["freeze"].Place);
    }

    [Fact]
    public void Read_Version_IsTheNumberAndTheHashOfTheText()
    {
        Assert.Equal("3/", Read(Good).Version[..2]);
        Assert.Matches("^3/[0-9a-f]{8}$", Read(Good).Version);
        Assert.Equal(Read(Good).Version, Read(Good).ForSlug("x").Version);
        Assert.NotEqual(Read(Good).Version, Read(Good + "\n# a comment\n").Version);
        Assert.Equal("1/1a6ddd35", Read("version: 1").Version);
    }

    [Fact]
    public void Read_Json_IsAPolicyToo() => Assert.Equal(2, Read("""{"version": 1, "set": {"play.max_starts": 2}}""").ForSlug("x").PlayMaxStarts);

    [Theory]
    [InlineData("", 1, "", "needs at least a version")]
    [InlineData("profile: gtm-play", 1, "version", "is missing")]
    [InlineData("version: 1.5", 1, "version", "whole number")]
    [InlineData("version: 1\nprofil: gtm-play", 2, "profil", "did you mean profile?")]
    [InlineData("version: 1\nprofile: gtm", 2, "profile", "did you mean gtm-play?")]
    [InlineData("version: 1\nset:\n  play.max_start: 2", 3, "set.play.max_start", "did you mean play.max_starts?")]
    [InlineData("version: 1\nset:\n  play.max_starts: many", 3, "set.play.max_starts", "must be a whole number from 0 to 100 (starts)")]
    [InlineData("version: 1\nset:\n  play.max_starts: 101", 3, "set.play.max_starts", "from 0 to 100")]
    [InlineData("version: 1\nset:\n  play.max_starts: [1]", 3, "set.play.max_starts", "is a list")]
    [InlineData("version: 1\nset:\n  play.max_starts:", 3, "set.play.max_starts", "is empty")]
    [InlineData("version: 1\nset:\n  approval.timeout: approve", 3, "set.approval.timeout", "one of park, escalate, reject")]
    [InlineData("version: 1\nset: 3", 2, "set", "must be keys with their values")]
    [InlineData("version: 1\nset:\n  freeze: true\n  freeze: false", 4, "set.freeze", "stands twice")]
    [InlineData("version: 1\nfreeze: true\nset:\n  freeze: true", 2, "freeze", "keep one")]
    [InlineData("version: 1\nscopes:\n  - plays: [a]", 3, "scopes[0]", "names no scope")]
    [InlineData("version: 1\nscopes:\n  - team: growth\n    plays: [a]", 3, "scopes[0].team", "is no field here")]
    [InlineData("version: 1\nscopes:\n  - site: a\n    play: b", 3, "scopes[0]", "names site and play")]
    [InlineData("version: 1\nscopes:\n  - site: a", 3, "scopes[0].plays", "is missing")]
    [InlineData("version: 1\nscopes:\n  - play: a*", 3, "scopes[0].play", "one play's slug")]
    [InlineData("version: 1\nscopes:\n  - play: a\n    plays: [b]", 4, "scopes[0].plays", "only a site")]
    [InlineData("version: 1\nscopes:\n  - action: adopt", 3, "scopes[0].action", "adopt_variant")]
    [InlineData("version: 1\nscopes:\n  - action: adopt_variant\n    profile: budget", 4, "scopes[0].profile", "profile of its play")]
    [InlineData("version: 1\nscopes:\n  - play: a\n  - play: a", 4, "scopes[1]", "stands twice; the first is on line 3")]
    [InlineData("version: 1\nscopes:\n  - {site: a, plays: [x, y]}\n  - {site: b, plays: [y]}", 4, "scopes[1].plays", "'y' is in site a too (line 3)")]
    [InlineData("version: 1\nscopes:\n  - {site: a, plays: [\"on*\"]}\n  - {site: b, plays: [onboarding]}", 4, "scopes[1].plays", "belongs to one site")]
    [InlineData("version: 1\n---\nversion: 2", 3, "", "a policy is one document")]
    [InlineData("version: 1\n  set: [", 2, "", "is not YAML")]
    public void Read_BadFile_NamesLineFieldAndWhatWouldBeRight(string text, int line, string field, string problem)
    {
        var file = PolicyFile.Read(text, "p.yaml");

        Assert.Null(file.Policy);
        Assert.Contains(file.Problems, found => (found.File, found.Line, found.Field) == ("p.yaml", line, field) && found.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SamePathOnTwoSites_IsTwoPages() => Assert.Empty(PolicyFile.Read(
        "version: 1\nscopes:\n  - {page: /pricing, site: a, plays: [x]}\n  - {page: /pricing, site: b, plays: [y]}", "p.yaml").Problems);

    [Fact]
    public void Read_OurSample_IsSound()
    {
        var book = PolicyFile.Read(File.ReadAllText(Path.Combine(Repository.Root, "samples", "policy.yaml")), "policy.yaml");

        Assert.Empty(book.Problems);
        Assert.Empty(PolicyLint.Of(book.Policy!, []));
    }

    [Fact]
    [Trait("Req", "S0-031")]
    public void Read_RulingFromAFile_NamesTheLine()
    {
        var policy = Read(Good).For(Books.Plain with { Slug = "pricing", Limits = new PlayLimits() });
        var action = new ProposedAction { Kind = ActionKind.StartExperiment, Play = "pricing", At = DateTimeOffset.UnixEpoch, Risk = 0, BaselineDays = 28 };

        Assert.Contains(
            "(site.max_active, site shop.example, p.yaml:10)",
            string.Join('\n', PolicyRule.Rule(action, ActionHistory.Empty, Autonomy.Full, policy).Reasons), StringComparison.Ordinal);
    }

    [SharedFact]
    public void For_EverySharedPlay_ResolvesAndLoosensNothing()
    {
        var plays = Directory.EnumerateFiles(SharedFolder.File("plays/definitions"), "*.json")
            .SelectMany(file => PlayFile.Read(File.ReadAllText(file), file).Plays).Select(document => document.Play).ToList();
        var defaults = new EffectivePolicy();

        Assert.True(plays.Count > 150);
        Assert.All(plays, play =>
        {
            var policy = PolicyBook.Defaults.For(play);
            Assert.True(policy.Rules.MinimumUnits >= 100 && policy.Rules.MinimumDays >= 7 && policy.Rules.EndDay >= policy.Rules.MinimumDays);
            Assert.True(policy.PlayMaxActive <= 1 && policy.PlayMaxStarts <= 4 && policy.CooldownDays >= 7);
            Assert.True(policy.Rules.Stated.Drop30.Limit <= 0.3 && policy.ApproveBudgetAbove <= 0.2 && policy.ApproveTrafficAbove <= 0.5);
            Assert.True(policy.PromoteReviewBelow >= defaults.PromoteReviewBelow && defaults.ClassSeats.Keys.All(policy.ClassSeats.ContainsKey));
        });
    }

    private static PolicyBook Read(string text)
    {
        var file = PolicyFile.Read(text, "p.yaml");
        Assert.Empty(file.Problems);
        return file.Policy!;
    }
}
