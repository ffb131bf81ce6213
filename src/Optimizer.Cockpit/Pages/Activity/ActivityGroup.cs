namespace Optimizer.Cockpit.Pages.Activity;

/// <summary>Kinds of records that people look for together.</summary>
/// <param name="Key">As addresses name it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kinds">As the trail names them; null for all.</param>
public sealed record ActivityGroup(string Key, string Name, IReadOnlyCollection<string>? Kinds)
{
    private static readonly string[] Executed = ["effect.done", "change.adopted"];

    /// <summary>What was changed outside: the actions that were taken.</summary>
    public static ActivityGroup Actions { get; } = new("actions", "Actions taken", Executed);

    public static IReadOnlyList<ActivityGroup> All { get; } =
    [
        new("all", "Everything", null),
        Actions,
        new("decisions", "Decisions", ["decision.made", "experiment.ended", "ruling.given"]),
        new("experiments", "Experiments", ["experiment.started", "experiment.extended", "experiment.ended", "safety.tripped", "change.adopted"]),
        new("approvals", "Approvals", ["approval.asked", "approval.answered", "approval.ended", "delegation.made", "delegation.revoked", "link.issued"]),
        new("trouble", "Trouble", ["play.parked", "play.paused", "guardrail.broken", "safety.tripped", "effect.failed", "diagnosis.failed", "tracking.missing", "tick.missed", "logins.refused", "loop.frozen"]),
        new("anomalies", "Anomalies and hypotheses", ["anomaly.found", "hypotheses.proposed", "hypothesis.accepted", "hypothesis.rejected", "would.have"]),
        new("orders", "Orders and settings", ["order.given", "loop.frozen", "loop.unfrozen", "token.issued", "token.revoked", "token.rotated", "play.definition", "autonomy.changed", "play.resumed", "play.stopped"]),
    ];

    /// <summary>The group of a key; everything for one that is none.</summary>
    public static ActivityGroup Of(string? key) => All.FirstOrDefault(group => group.Key == key) ?? All[0];
}
