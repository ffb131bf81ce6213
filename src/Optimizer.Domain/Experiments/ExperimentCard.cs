using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Experiments;

/// <summary>Everything the trail says of one experiment, gathered. A projection: made from records and nothing else (C26).</summary>
public sealed record ExperimentCard
{
    public required string Id { get; init; }

    public required string Play { get; init; }

    /// <summary>The start; null when the trail has none, as of one that was refused.</summary>
    public ExperimentStarted? Start { get; init; }

    /// <summary>The end; null while it runs.</summary>
    public ExperimentEnded? End { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Every look, oldest first.</summary>
    public IReadOnlyList<DecisionRecord> Looks { get; init; } = [];

    /// <summary>The change that went live for everybody; null when none did.</summary>
    public ChangeAdopted? Adopted { get; init; }

    /// <summary>Every record of it, in the order of the trail.</summary>
    public required IReadOnlyList<AuditRecord> Records { get; init; }

    /// <summary>The decision that ended it, or the last look's.</summary>
    public DecisionRecord? Decision => Looks.LastOrDefault(look => look.Id == End?.Decision) ?? (Looks.Count > 0 ? Looks[^1] : null);

    /// <summary>Gathers the records of an experiment.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="records">In the order of the trail; those of other experiments are left out.</param>
    public static ExperimentCard Of(string id, IEnumerable<AuditRecord> records)
    {
        var own = records.Where(record => record.Entry.Experiment == id).ToList();
        var end = own.FindLast(record => record.Entry.Event is ExperimentEnded);
        return new()
        {
            Id = id,
            Play = own.Count == 0 ? "-" : own[0].Entry.Play,
            Start = own.Select(record => record.Entry.Event).OfType<ExperimentStarted>().FirstOrDefault(),
            End = end?.Entry.Event as ExperimentEnded,
            EndedAt = end?.Entry.At,
            Looks = [.. own.Select(record => record.Entry.Event).OfType<DecisionMade>().Select(made => made.Record)],
            Adopted = own.Select(record => record.Entry.Event).OfType<ChangeAdopted>().LastOrDefault(),
            Records = own,
        };
    }
}
