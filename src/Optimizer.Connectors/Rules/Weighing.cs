using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Monitoring;

namespace Optimizer.Connectors.Rules;

/// <summary>What a candidate is worth now: impact times chance, less for risk and work, more or less by the situation.</summary>
/// <param name="Candidate">What is weighed.</param>
/// <param name="Record">What history says of it.</param>
/// <param name="Impact">Expected gain where it works.</param>
/// <param name="Score">Greater is tried earlier.</param>
/// <param name="Why">What the situation added, in words; empty when nothing.</param>
internal sealed record Weighing(Candidate Candidate, TrackRecord Record, double Impact, double Score, string Why)
{
    private const int RecentDays = 28;

    // What leaned the right way without winning is worth finishing before anything new is begun (S0-042); what did not is
    // worth one more look from another side.
    private const double Continued = 3;
    private const double Retried = 1.3;

    public static Weighing Of(Candidate candidate, Diagnosis diagnosis)
    {
        var record = TrackRecord.Of(candidate.Variable.Key, candidate.Move.Family, diagnosis.Tried);
        var impact = Math.Round(Math.Max(0.01, record.Impact(candidate.Move.Impact / candidate.Version)), 4);
        var (factor, why) = Situation(candidate, record, diagnosis);
        var score = impact * record.Chance * Discount(candidate.Move.Risk) / (1 + (0.1 * (candidate.Move.Effort - 1))) * factor;
        return new(candidate, record, impact, score, why);
    }

    private static double Discount(RiskLevel risk) => risk switch
    {
        RiskLevel.Low => 1,
        RiskLevel.Medium => 0.8,
        RiskLevel.High => 0.4,
        _ => throw new ArgumentOutOfRangeException(nameof(risk), risk, "unknown risk"),
    };

    private static (double Factor, string Why) Situation(Candidate candidate, TrackRecord record, Diagnosis diagnosis)
    {
        var continued = candidate.Parent is { } parent && parent == diagnosis.Tried[^1] && parent.End == DecisionKind.Iterate;
        var (factor, why) = diagnosis.Class switch
        {
            KpiClass.Drop or KpiClass.Decline when candidate.Undone is { } undone && IsRecent(undone, diagnosis) =>
                (3, "It was changed shortly before the drop, so putting it back comes first."),
            KpiClass.Drop or KpiClass.Decline when candidate.Undone is not null => (1.2, "It was changed before the drop."),
            KpiClass.Drop or KpiClass.Decline => (candidate.Move.Risk == RiskLevel.Low ? 1.2 : 0.8, "After a drop, small and safe changes go before bold ones."),
            KpiClass.Spike or KpiClass.Growth when candidate.Parent is { } earlier && TrackRecord.IsWin(earlier.End) =>
                (1.8, "Something works at the moment, and this extends what was adopted."),
            KpiClass.Plateau when record.Tried == 0 => (1.4, "The KPI is flat, and this has not been tried here: it teaches most."),
            KpiClass.Plateau => (0.8 + (4 * candidate.Move.Impact), "The KPI is flat, so larger steps go first."),
            _ => (1.0, ""),
        };
        return continued
            ? (factor * (IsPromising(candidate) ? Continued : Retried), $"It builds on experiment {candidate.Parent!.Experiment}, which had no winner. {why}".TrimEnd())
            : (factor, why);
    }

    private static bool IsPromising(Candidate candidate) =>
        candidate.Parent is { Gain: > 0 } parent && MoveText.FamilyOf(parent.Hypothesis) == candidate.Move.Family;

    // Against the newest day that is known: there is no clock here.
    private static bool IsRecent(TriedHypothesis past, Diagnosis diagnosis) => diagnosis.History.Count == 0
        || diagnosis.History[^1].Day.DayNumber - DateOnly.FromDateTime(past.EndedAt.UtcDateTime).DayNumber <= RecentDays;
}
