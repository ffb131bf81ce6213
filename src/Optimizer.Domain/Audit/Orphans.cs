using Optimizer.Domain.Audit.Events;

namespace Optimizer.Domain.Audit;

/// <summary>
/// Whether everything that was changed outside has its intent, its answer, its cause and its decision (S0-067). Pure; takes
/// the records one by one, so that a trail of any length can be asked.
/// </summary>
public sealed class Orphans
{
    private readonly Dictionary<string, AuditRecord> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _decisions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _decided = new(StringComparer.Ordinal);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private readonly List<Orphan> _found = [];

    /// <summary>All orphans of a trail.</summary>
    public static IReadOnlyList<Orphan> Of(IEnumerable<AuditRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var orphans = new Orphans();
        foreach (var record in records)
        {
            orphans.Add(record);
        }

        return orphans.Found();
    }

    /// <summary>Takes the next record of the trail.</summary>
    public void Add(AuditRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entry = record.Entry;
        switch (entry.Event)
        {
            case EffectIntended effect:
                Intend(record, effect);
                break;
            case EffectDone effect:
                Answer(record, effect.Effect);
                break;
            case EffectFailed effect:
                Answer(record, effect.Effect);
                break;
            case ExperimentStarted when entry.Experiment is { } experiment:
                _started.Add(experiment);
                break;
            case SafetyTripped when entry.Experiment is { } experiment:
                _decided.Add(experiment);
                break;
            case DecisionMade decision:
                _decisions.Add(decision.Record.Id);
                _decided.Add(decision.Record.Experiment);
                break;
            case ChangeAdopted when entry.Experiment is not { } experiment || !_decided.Contains(experiment):
                Report(record, $"a change was adopted without a decision{(entry.Experiment is { } of ? $" on {of}" : "")}");
                break;
            case ExperimentEnded ended:
                End(record, ended);
                break;
            default:
                break;
        }
    }

    /// <summary>What stands alone so far, in the order of the trail; an effect under way has no answer yet.</summary>
    public IReadOnlyList<Orphan> Found() =>
    [
        .. _found.Concat(_open.Values.Select(record => new Orphan(
            record.Sequence, record.Entry.Play, $"the effect {((EffectIntended)record.Entry.Event).Effect} has no answer")))
            .OrderBy(orphan => orphan.Sequence),
    ];

    private void Intend(AuditRecord record, EffectIntended effect)
    {
        if (_answered.Contains(effect.Effect) || !_open.TryAdd(effect.Effect, record))
        {
            Report(record, $"the effect {effect.Effect} was intended before");
        }

        if (string.IsNullOrWhiteSpace(record.Entry.Cause))
        {
            Report(record, $"the effect {effect.Effect} has no cause");
        }

        if (record.Entry.Play is "" or "-")
        {
            Report(record, $"the effect {effect.Effect} belongs to no play");
        }

        if (record.Entry.Experiment is { } experiment && !_started.Contains(experiment))
        {
            Report(record, $"the effect {effect.Effect} belongs to {experiment}, of which no start was recorded");
        }
    }

    private void Answer(AuditRecord record, string effect)
    {
        if (_open.Remove(effect))
        {
            _answered.Add(effect);
        }
        else
        {
            Report(record, _answered.Contains(effect) ? $"the effect {effect} was answered before" : $"the effect {effect} was never intended");
        }
    }

    private void End(AuditRecord record, ExperimentEnded ended)
    {
        if (record.Entry.Experiment is not { } experiment || !_started.Contains(experiment))
        {
            Report(record, $"the experiment {record.Entry.Experiment} ended, of which no start was recorded");
        }
        else if (!_decisions.Contains(ended.Decision) && !_decided.Contains(experiment) && !IsGivenUp(ended))
        {
            Report(record, $"{experiment} ended by the decision {ended.Decision}, which is not in the trail");
        }
    }

    // A person stopped it, or nobody ever met it: control was kept, and nothing is claimed that a decision would have to found.
    private static bool IsGivenUp(ExperimentEnded ended) =>
        ended is { End: Decisions.DecisionKind.Iterate, Decision: "", Booked: null, Reasons.Count: > 0 };

    private void Report(AuditRecord record, string problem) => _found.Add(new(record.Sequence, record.Entry.Play, problem));
}
