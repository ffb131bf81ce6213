using FsCheck;
using FsCheck.Fluent;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Guardrails;

public class PolicyRuleProperties
{
    private static readonly Gen<ProposedCase> Cases =
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Made(new SplitMix((ulong)seed));

    [Fact]
    public void Rule_AnyCase_YieldsARulingThatHangsTogether() => Prop.ForAll(Cases.ToArbitrary(), asked =>
    {
        var ruling = Rule(asked);
        Assert.NotEmpty(ruling.Reasons);
        Assert.Equal(ruling.Kind == RulingKind.Ask, ruling.Seat is not null);
        Assert.Equal(ruling.Kind == RulingKind.Ask, ruling.Terms is not null);
        Assert.Equal(ruling.Kind == RulingKind.Allow, ruling.Code == "allowed");
        Assert.True(ruling.RetryAt is null || (ruling.Kind == RulingKind.Deny && ruling.RetryAt > asked.Action.At));
    }).Check(Laws.Of(3000));

    [Fact]
    public void Rule_AnyCase_IsTheStrictestOpinionAndTheHighestSeat() => Prop.ForAll(Cases.ToArbitrary(), asked =>
    {
        var seen = asked with { Autonomy = asked.Autonomy < asked.Policy.AutonomyCeiling ? asked.Autonomy : asked.Policy.AutonomyCeiling };
        var opinions = AllGuardrails.InOrder.Select(rule => rule(seen)).OfType<Opinion>().ToList();
        var ruling = Rule(asked);
        Assert.Equal(opinions.Count == 0 ? RulingKind.Allow : opinions.Max(opinion => opinion.Kind), ruling.Kind);
        Assert.Equal(ruling.Kind == RulingKind.Ask ? opinions.Max(opinion => opinion.Seat) : null, ruling.Seat);
    }).Check(Laws.Of(3000));

    [Fact]
    public void Rule_DeniedWithATime_PassesThatRuleThen() => Prop.ForAll(Cases.ToArbitrary(), asked =>
    {
        if (Rule(asked) is { RetryAt: { } retry, Code: not "insufficient_baseline" } ruling)
        {
            Assert.NotEqual(ruling.Code, Rule(asked with { Action = asked.Action with { At = retry } }).Code);
        }
    }).Check(Laws.Of(3000));

    [Fact]
    public void Rule_LessAutonomy_IsNeverMorePermissive() => Prop.ForAll(Cases.ToArbitrary(), asked =>
    {
        var kinds = Enum.GetValues<Autonomy>().Select(level => Rule(asked with { Autonomy = level }).Kind).ToList();
        if (asked.IsChange)
        {
            Assert.Equal(kinds.OrderDescending(), kinds);
        }
    }).Check(Laws.Of(2000));

    private static Ruling Rule(ProposedCase asked) => PolicyRule.Rule(asked.Action, asked.History, asked.Autonomy, asked.Policy);

    private static ProposedCase Made(SplitMix chance)
    {
        var action = new ProposedAction
        {
            Kind = Any<ActionKind>(chance),
            Play = "p0",
            At = Case.Now.AddHours(Up(chance, 2000)),
            Variable = Coin(chance) ? $"v{Up(chance, 3)}" : null,
            Fingerprint = Coin(chance) ? $"f{Up(chance, 5)}" : null,
            Class = Any<ChangeClass>(chance),
            Risk = Any<RiskLevel>(chance),
            IsAutonomousVariable = Up(chance, 5) > 0,
            BudgetChange = Coin(chance) ? null : (Up(chance, 200) - 100) / 100.0,
            BudgetChangeLastDay = (Up(chance, 60) - 30) / 100.0,
            TrafficShare = Up(chance, 101) / 100.0,
            Gain = Coin(chance) ? null : (Up(chance, 80) - 40) / 100.0,
            IsProven = Coin(chance),
            IsTracked = Up(chance, 6) > 0,
            BaselineDays = 20 + Up(chance, 80),
            IsImplementable = Up(chance, 6) > 0,
            IsHumanOverride = Up(chance, 6) == 0,
        };
        var all = Enumerable.Range(0, Up(chance, 9)).Select(i => Past(chance, i, action.At)).ToList();
        var history = new ActionHistory([.. all.Where(past => past.Play == "p0").OrderBy(past => past.StartedAt)], all, Up(chance, 20) == 0, Coin(chance) ? null : action.At.AddDays(-Up(chance, 40)));
        var policy = new EffectivePolicy
        {
            AutonomyCeiling = Any<Autonomy>(chance),
            SkipGraduation = Coin(chance),
            SiteMaxActive = Up(chance, 4),
            SiteMaxStartsPerDay = Up(chance, 4),
            PlayMaxStarts = Up(chance, 5),
            StartsWindowDays = Coin(chance) ? null : 1 + Up(chance, 60),
            CooldownDays = Up(chance, 20),
            FailuresBeforePause = 1 + Up(chance, 4),
            NotAdoptedIsFailure = Coin(chance),
            Page = Coin(chance) ? null : "/a",
            TimeZone = Coin(chance) ? "America/New_York" : "Australia/Lord_Howe",
            StartLimits = Coin(chance) ? [] : [new(Up(chance, 3), 91, "definition")],
        };
        return new(action, history, Any<Autonomy>(chance), policy);
    }

    private static PastExperiment Past(SplitMix chance, int i, DateTimeOffset now)
    {
        var (started, ended) = (now.AddHours(-Up(chance, 1500)), Coin(chance));
        return new()
        {
            Id = $"e{i}",
            Play = $"p{Up(chance, 2)}",
            Site = Up(chance, 4) == 0 ? "elsewhere" : "default",
            Page = Coin(chance) ? "/a" : null,
            Variable = $"v{Up(chance, 3)}",
            Fingerprint = $"f{Up(chance, 5)}",
            StartedAt = started,
            EndedAt = ended ? started.AddHours((now - started).TotalHours * Up(chance, 100) / 100) : null,
            End = ended ? Any<DecisionKind>(chance) : null,
        };
    }

    private static T Any<T>(SplitMix chance)
        where T : struct, Enum => Enum.GetValues<T>()[Up(chance, Enum.GetValues<T>().Length)];

    private static bool Coin(SplitMix chance) => Up(chance, 2) == 0;

    private static int Up(SplitMix chance, int below) => (int)(chance.Next() % (ulong)below);
}
