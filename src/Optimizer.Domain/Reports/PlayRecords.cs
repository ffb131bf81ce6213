using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Domain.Reports;

/// <summary>A play's records up to a report, put apart: what happened in the week, what is known by its end.</summary>
internal sealed class PlayRecords
{
    public PlayRecords(IEnumerable<AuditRecord> records, ReportWeek week)
    {
        Known = [.. records.Where(record => record.Entry.At < week.Due).DistinctBy(record => record.Sequence).OrderBy(record => record.Sequence)];
        OfWeek = [.. Known.Where(record => record.Entry.At >= week.Since && record.Entry.At < week.Until)];
        Starts = Known.Where(record => record.Entry is { Experiment: not null, Event: ExperimentStarted })
            .GroupBy(record => record.Entry.Experiment!).ToDictionary(group => group.Key, group => (ExperimentStarted)group.First().Entry.Event);
    }

    /// <summary>Everything given that happened before the brief is due, in the order of the trail.</summary>
    public IReadOnlyList<AuditRecord> Known { get; }

    public IReadOnlyList<AuditRecord> OfWeek { get; }

    public IReadOnlyDictionary<string, ExperimentStarted> Starts { get; }

    public IEnumerable<TEvent> All<TEvent>()
        where TEvent : AuditEvent => Known.Select(record => record.Entry.Event).OfType<TEvent>();

    /// <summary>Events of the week with the experiment they are about.</summary>
    public IEnumerable<(string Experiment, TEvent Event)> Week<TEvent>()
        where TEvent : AuditEvent => OfWeek.Where(record => record.Entry.Event is TEvent)
            .Select(record => (record.Entry.Experiment ?? "-", (TEvent)record.Entry.Event));

    /// <summary>The newest decision on an experiment up to the end of the week, in its first words.</summary>
    public string? Why(string experiment) =>
        All<DecisionMade>().LastOrDefault(made => made.Record.Experiment == experiment)?.Record.Decision.Reasons is [var first, ..] ? first : null;

    public string ChangeOf(string experiment) => Starts.TryGetValue(experiment, out var start) ? start.Hypothesis.Change : experiment;

    public string VariableOf(string experiment) => Starts.TryGetValue(experiment, out var start) ? start.Hypothesis.Variable : "";
}
