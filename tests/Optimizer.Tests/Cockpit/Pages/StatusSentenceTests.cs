using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Pages.PlayDetail;
using Optimizer.Cockpit.Pages.Plays;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Guardrails;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Plays;

namespace Optimizer.Tests.Cockpit.Pages;

public sealed class StatusSentenceTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_LiveExperiment_SaysDayAndOdds() =>
        Assert.Equal("Experimenting: day 5 of 14, adopting needs odds of 10, now 3.2.", StatusSentence.Of(At(PlayStatus.Experimenting) with { ActiveExperiment = Live(5, 3.2) }));

    [Fact]
    public void Of_LiveExperimentBeforeItsFirstLook_SaysNothingOfNow() =>
        Assert.Equal("Experimenting: no complete day yet of 14, adopting will need odds of 10.", StatusSentence.Of(At(PlayStatus.Experimenting) with { ActiveExperiment = Live(0, null) }));

    [Fact]
    public void Of_Waiting_SaysWhoIsAskedWhat() => Assert.Equal(
        "Waiting for a person: the CEO is asked: Try a lower price.",
        StatusSentence.Of(At(PlayStatus.Waiting) with { WaitingOn = new("q1", Seat.Ceo, "Try a lower price", Monday, TimeoutAction.Park, 0, 1) }));

    [Theory]
    [InlineData(PlayStatus.Monitoring, "Monitoring: goal rate is decline, -12.0 % against the four weeks before.")]
    [InlineData(PlayStatus.Converged, "Converged: no further gains found since 2026-01-05 08:00 UTC; read weekly, an anomaly opens it again.")]
    [InlineData(PlayStatus.Paused, "Paused: it reads its KPIs and starts nothing until somebody resumes it.")]
    [InlineData(PlayStatus.Review, "Needs a review: its last experiments failed; somebody must look at the strategy, then resume it.")]
    [InlineData(PlayStatus.Stopped, "Stopped: over for good.")]
    public void Of_Stage_IsOneSentence(PlayStatus stage, string said) => Assert.Equal(said, StatusSentence.Of(At(stage) with { ConvergedAt = Monday }));

    [Fact]
    public void Of_EveryStage_HasWords() =>
        Assert.All(Enum.GetValues<PlayStatus>(), stage => Assert.EndsWith(".", StatusSentence.Of(At(stage)), StringComparison.Ordinal));

    [Fact]
    public void Rank_WhatNeedsAPerson_ComesFirst()
    {
        (PlayLine Line, bool IsAsked)[] worst =
        [
            (Line(PlayStatus.Monitoring) with { Problem = "the source does not answer" }, false), (Line(PlayStatus.Experimenting), true), (Line(PlayStatus.Review), false),
            (Line(PlayStatus.Monitoring) with { Kpis = [new("goal_rate", KpiClass.Drop, 0.1, -0.3)] }, false), (Line(PlayStatus.Experimenting), false),
            (Line(PlayStatus.Diagnosing), false), (Line(PlayStatus.Monitoring), false), (Line(PlayStatus.Paused), false), (Line(PlayStatus.Converged), false),
            (Line(PlayStatus.Stopped) with { Problem = "was in the way" }, false),
        ];
        Assert.Equal(Enumerable.Range(0, worst.Length), worst.Select(each => Attention.Rank(each.Line, each.IsAsked)));
        Assert.Equal([true, true, true, false], worst.Take(4).Select(each => Attention.NeedsPerson(each.Line, each.IsAsked)));
    }

    private static PlayLine Line(PlayStatus stage) => new("onboarding", stage, Autonomy.Full, null, null, null, null, [], null);

    private static ActiveExperiment Live(int day, double? now) => new()
    {
        Change = "a shorter subject",
        Day = day,
        EndDay = 14,
        Id = "onboarding-1",
        NextLook = null,
        Phase = ExperimentPhase.Running,
        StartedAt = Monday,
        StopRules = [new StopDistance("proven", "variant", "odds", now, 10, 10 - now, true, "in words")],
        Variable = "subject_line",
        Weights = [0.5, 0.5],
    };

    private static PlayAnswer At(PlayStatus stage) => new()
    {
        Autonomy = Autonomy.Full,
        Backlog = 0,
        CapsLeft = Array.Empty<CapReading>(),
        Day = 3,
        Definition = new("hash", "onboarding.yaml", Monday),
        Experiments = 0,
        Id = "onboarding",
        IsFrozen = false,
        IsTracked = true,
        Kpis = [new KpiStand("goal_rate", KpiClass.Decline, 0.2, -0.12)],
        LastDecision = null,
        Name = "Onboarding",
        NextTick = null,
        Policy = "defaults",
        Stage = stage,
        Ticks = 3,
        WaitingOn = null,
    };
}
