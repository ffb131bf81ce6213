using Optimizer.Cockpit.Pages.Plays;
using Optimizer.Domain;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Reports;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>
/// Makes lines of records, newest first. Readings that ask for nothing, looks that let an experiment run on, and reminders of one question
/// become one line each for as long as nothing else happens: a quiet month is one line. Pure.
/// </summary>
internal sealed class Timeline(int most)
{
    private readonly List<TimelineItem> _items = [];
    private readonly List<AuditRecord> _readings = [];
    private readonly List<AuditRecord> _looks = [];
    private readonly List<AuditRecord> _reminders = [];

    /// <summary>Takes the next older record; false when there are lines enough and it was not taken.</summary>
    public bool Take(AuditRecord record)
    {
        if (record.Entry.Event is KpiRead)
        {
            _readings.Add(record);
            return true;
        }

        if (record.Entry.Event is DecisionMade { Record.Decision: { Kind: DecisionKind.Extend, Dropped.Count: 0, Throttle.Count: 0 } } && (_looks.Count == 0 || _looks[0].Entry.Experiment == record.Entry.Experiment))
        {
            _looks.Add(record);
            return true;
        }

        if (record.Entry.Event is ApprovalReminded reminded && (_reminders.Count == 0 || ApprovalOf(_reminders[0].Entry.Event) == reminded.Approval))
        {
            _reminders.Add(record);
            return true;
        }

        Close();
        if (_items.Count >= most)
        {
            return false;
        }

        _items.Add(Line(record));
        return true;
    }

    /// <summary>Everything taken, newest first.</summary>
    public IReadOnlyList<TimelineItem> Items()
    {
        Close();
        return [.. _items.OrderByDescending(item => item.Sequence)];
    }

    private static TimelineItem Line(AuditRecord record) => new(
        record.Sequence, record.Sequence, record.Entry.At, record.Entry.Actor, AuditWords.Of(record.Entry.Event), Tone(record.Entry.Event),
        record.Entry.Event is DecisionMade made ? made.Record.Id : record.Entry.Event is ExperimentEnded { Decision: { Length: > 0 } ended } ? ended : null,
        record.Entry.Experiment, ApprovalOf(record.Entry.Event));

    private static string? ApprovalOf(AuditEvent happened) => happened switch
    {
        ApprovalAsked asked => asked.Request.Id,
        ApprovalAnswered answered => answered.Approval,
        ApprovalEnded ended => ended.Approval,
        ApprovalReminded reminded => reminded.Approval,
        _ => null,
    };

    private static string Tone(AuditEvent happened) => happened switch
    {
        AnomalyFound { Class: KpiClass.Drop } or EffectFailed or GuardrailBroken or PlayParked or SafetyTripped or TrackingMissing or DiagnosisFailed => "bad",
        ExperimentEnded { End: DecisionKind.Revert or DecisionKind.Halt } or DecisionMade { Record.Decision.Kind: DecisionKind.Revert or DecisionKind.Halt } => "bad",
        ChangeAdopted or PlayConverged or PlayRecovered or ApprovalEnded { State: ApprovalState.Approved } => "good",
        DecisionMade { Record.Decision.Kind: DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated } => "good",
        ExperimentStarted or ApprovalAsked or OrderGiven => "busy",
        _ => "",
    };

    private void Close()
    {
        if (_readings.Count > 0)
        {
            _items.Add(Run(_readings, Readings(_readings), null));
            _readings.Clear();
        }

        if (_looks.Count > 0)
        {
            _items.Add(Run(_looks, Looks(_looks), ((DecisionMade)_looks[0].Entry.Event).Record.Id));
            _looks.Clear();
        }

        if (_reminders.Count > 0)
        {
            _items.Add(Run(_reminders, Reminders(_reminders), null));
            _reminders.Clear();
        }
    }

    private static TimelineItem Run(List<AuditRecord> run, string text, string? decision) =>
        new(run[0].Sequence, run[^1].Sequence, run[0].Entry.At, run[0].Entry.Actor, text, "", decision, run[0].Entry.Experiment, ApprovalOf(run[0].Entry.Event));

    private static string Reminders(List<AuditRecord> run) => run.Count == 1
        ? AuditWords.Of(run[0].Entry.Event)
        : $"{Words.Count(run.Count)} reminders of approval {ApprovalOf(run[0].Entry.Event)} went out.";

    private static string Readings(List<AuditRecord> run)
    {
        var reads = run.Select(record => (KpiRead)record.Entry.Event).ToList();
        var (first, last) = (reads.Min(read => read.Day), reads.Max(read => read.Day));
        return $"{(first == last ? Units.Day(last) : Units.Days(first, last))}: " + string.Join("; ", reads.GroupBy(read => read.Kpi, StringComparer.Ordinal).Select(Reading)) + ".";
    }

    private static string Reading(IGrouping<string, KpiRead> kpi)
    {
        var newest = kpi.First();
        var classes = kpi.Select(read => read.Class).Distinct().Reverse().Select(KpiWords.Of);
        var last = newest.Change is { } change ? $", {Units.Change(change)}" : "";
        return $"{Units.Spoken(kpi.Key)} {string.Join(", then ", classes)}{last}{(kpi.Count() > 1 ? $" ({Words.Count(kpi.Count())} readings)" : "")}";
    }

    private static string Looks(List<AuditRecord> run)
    {
        var newest = ((DecisionMade)run[0].Entry.Event).Record;
        var oldest = ((DecisionMade)run[^1].Entry.Event).Record;
        return run.Count == 1
            ? AuditWords.Of(run[0].Entry.Event)
            : $"Days {Words.Count(ExposureDays.Count(oldest.Evidence.Days))} to {Words.Count(ExposureDays.Count(newest.Evidence.Days))}: {Words.Count(run.Count)} looks let it run on. {newest.Decision.Reasons.FirstOrDefault()}";
    }
}
