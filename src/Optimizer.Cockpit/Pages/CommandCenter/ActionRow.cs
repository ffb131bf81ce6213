using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Cockpit.Pages.CommandCenter;

/// <summary>Something that was changed outside: what, from what to what, and why (S1-147).</summary>
/// <param name="Sequence">Of the record that says it was done.</param>
/// <param name="At">When.</param>
/// <param name="Play">The play's slug.</param>
/// <param name="Experiment">Null when it belongs to none.</param>
/// <param name="Text">Verb, entity, from and to; holds text of others.</param>
/// <param name="Reason">Why, of the record that decided it; empty where that is not near.</param>
public sealed record ActionRow(long Sequence, DateTimeOffset At, string Play, string? Experiment, string Text, string Reason)
{
    /// <summary>Puts an action together with what was intended and why.</summary>
    /// <param name="done">The record that says it was done.</param>
    /// <param name="near">Records around it, newest first.</param>
    public static ActionRow Of(AuditRecord done, IReadOnlyList<AuditRecord> near)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(near);
        var entry = done.Entry;
        var before = near.Where(record => record.Sequence < done.Sequence && record.Entry.Play == entry.Play && record.Entry.Experiment == entry.Experiment).ToList();
        var intended = entry.Event is EffectDone { Effect: var effect }
            ? before.Select(record => record.Entry.Event).OfType<EffectIntended>().FirstOrDefault(each => each.Effect == effect)
            : null;
        var text = (entry.Event, intended) switch
        {
            (EffectDone { Answer: var answer }, { } meant) => $"{meant.Target} changed from {SettingWords.Of(meant.Before)} to {SettingWords.Of(meant.After)}: {answer}",
            _ => AuditWords.Of(entry.Event),
        };
        return new(done.Sequence, entry.At, entry.Play, entry.Experiment, text, before.Select(record => ReasonOf(record.Entry.Event)).FirstOrDefault(reason => reason.Length > 0) ?? "");
    }

    private static string ReasonOf(AuditEvent happened) => happened switch
    {
        SafetyTripped tripped => tripped.Why,
        ExperimentEnded { Reasons: [var first, ..] } => first,
        ExperimentStarted started => started.Hypothesis.Change,
        _ => "",
    };
}
