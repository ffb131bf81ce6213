using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Cockpit.Pages.CommandCenter;

/// <summary>What happened since somebody looked last, by classes that people ask for. Pure.</summary>
internal static class News
{
    private static readonly (string One, string Many, Func<AuditEvent, bool> Is)[] Classes =
    [
        ("change adopted", "changes adopted", happened => happened is ChangeAdopted),
        ("experiment reverted, control is back", "experiments reverted, control is back", happened => happened is ExperimentEnded { End: DecisionKind.Revert }),
        ("experiment broken, its numbers count for nothing", "experiments broken, their numbers count for nothing", happened => happened is ExperimentEnded { End: DecisionKind.Halt }),
        ("experiment ended without a winner", "experiments ended without a winner", happened => happened is ExperimentEnded { End: DecisionKind.Iterate }),
        ("stop rule fired", "stop rules fired", happened => happened is SafetyTripped),
        ("guardrail broken", "guardrails broken", happened => happened is GuardrailBroken),
        ("play stuck or paused", "plays stuck or paused", happened => happened is PlayParked or PlayPaused),
        ("experiment started", "experiments started", happened => happened is ExperimentStarted),
        ("anomaly found", "anomalies found", happened => happened is AnomalyFound),
        ("question asked", "questions asked", happened => happened is ApprovalAsked),
        ("question decided", "questions decided", happened => happened is ApprovalEnded),
        ("play converged", "plays converged", happened => happened is PlayConverged),
        ("would-be action in shadow", "would-be actions in shadow", happened => happened is WouldHave),
    ];

    /// <summary>Kinds of records that are told.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "anomaly.found", "approval.asked", "approval.ended", "change.adopted", "experiment.ended", "experiment.started", "guardrail.broken", "play.converged", "play.parked", "play.paused",
        "safety.tripped", "would.have",
    ];

    /// <summary>A line for each class that has any, most telling first.</summary>
    /// <param name="records">Since then, newest first.</param>
    public static IReadOnlyList<SinceLine> Of(IReadOnlyList<AuditRecord> records) =>
    [
        .. Classes.Select(each => (each.One, each.Many, Rows: records.Where(record => each.Is(record.Entry.Event)).Select(TrailRow.Of).ToList()))
            .Where(each => each.Rows.Count > 0).Select(each => new SinceLine($"{Domain.Words.Count(each.Rows.Count)} {(each.Rows.Count == 1 ? each.One : each.Many)}", each.Rows)),
    ];
}
