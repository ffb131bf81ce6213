using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Domain.Guardrails;

/// <summary>Actions and histories for rulings, as harmless as can be; a test changes the one thing it is about.</summary>
internal static class Case
{
    public const string Play = "onboarding";
    public const string Site = "default";

    /// <summary>A Wednesday, noon in UTC.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 18, 12, 0, 0, TimeSpan.Zero);

    public static EffectivePolicy Policy { get; } = new();

    public static ProposedAction Start { get; } = new()
    {
        Kind = ActionKind.StartExperiment,
        Play = Play,
        At = Now,
        Variable = "subject_line",
        Fingerprint = "f-new",
        Class = ChangeClass.Copy,
        Risk = RiskLevel.Low,
        BaselineDays = 56,
        TrafficShare = 0.5,
    };

    public static ProposedAction Adopt { get; } = Start with { Kind = ActionKind.AdoptVariant, Gain = 0.25, IsProven = true, TrafficShare = 1 };

    public static ProposedAction Of(ActionKind kind) => Start with { Kind = kind };

    public static PastExperiment Past(
        string id, DateTimeOffset startedAt, DateTimeOffset? endedAt = null, DecisionKind? end = null, string play = Play, string site = Site,
        string? page = null, string variable = "cta", string fingerprint = "f-old") => new()
        {
            Id = id,
            Play = play,
            Site = site,
            Page = page,
            Variable = variable,
            Fingerprint = fingerprint,
            StartedAt = startedAt,
            EndedAt = endedAt,
            End = end,
        };

    /// <summary>A play's experiment that was reverted at a time, a day after it began.</summary>
    public static PastExperiment Reverted(DateTimeOffset at, string id = "e1", string variable = "cta", string fingerprint = "f-old") =>
        Past(id, at.AddDays(-1), at, DecisionKind.Revert, variable: variable, fingerprint: fingerprint);

    public static ActionHistory OfPlay(params PastExperiment[] past) => new(past, []);

    public static ActionHistory OfSite(params PastExperiment[] past) => new([], past);

    public static Ruling Rule(
        ProposedAction action, ActionHistory? history = null, Autonomy autonomy = Autonomy.Full, EffectivePolicy? policy = null) =>
        PolicyRule.Rule(action, history ?? ActionHistory.Empty, autonomy, policy ?? Policy);
}
