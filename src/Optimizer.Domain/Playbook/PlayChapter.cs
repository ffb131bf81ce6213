using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;

namespace Optimizer.Domain.Playbook;

/// <summary>What one play adds to the playbook, from its own records alone.</summary>
/// <param name="Play">Its slug.</param>
/// <param name="Name">As people say it.</param>
/// <param name="Entries">One for each closed experiment, oldest first.</param>
/// <param name="Queue">Hypotheses that wait for their turn, best first.</param>
public sealed record PlayChapter(string Play, string Name, IReadOnlyList<PlaybookEntry> Entries, IReadOnlyList<Hypothesis> Queue)
{
    /// <summary>Kinds of records that it is made from.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["play.enrolled", "hypotheses.proposed", "hypothesis.rejected", "experiment.started", "experiment.ended"];

    /// <param name="play">The play's slug.</param>
    /// <param name="records">In the order of the trail; at least those of <see cref="Kinds"/>.</param>
    public static PlayChapter Of(string play, IReadOnlyList<AuditRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var enrolled = Events<PlayEnrolled>(records).LastOrDefault();
        var proposals = Events<HypothesesProposed>(records).ToList();
        var started = records.Where(record => record.Entry is { Event: ExperimentStarted, Experiment: not null })
            .GroupBy(record => record.Entry.Experiment!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (ExperimentStarted)group.First().Entry.Event, StringComparer.Ordinal);
        var used = started.Values.Select(start => start.Hypothesis.Fingerprint)
            .ToHashSet(StringComparer.Ordinal);
        var rejected = Events<HypothesisRejected>(records).Select(each => each.Hypothesis).ToHashSet(StringComparer.Ordinal);
        var queue = (proposals.LastOrDefault()?.Hypotheses ?? [])
            .Where(claim => !used.Contains(claim.Fingerprint) && !rejected.Contains(claim.Id)).OrderBy(claim => claim.Rank).ToList();
        var entries = records.Where(record => record.Entry is { Event: ExperimentEnded, Experiment: { } id } && started.ContainsKey(id))
            .DistinctBy(record => record.Entry.Experiment)
            .Select(record => Entry(record, started[record.Entry.Experiment!])).ToList();
        return new(play, enrolled?.Name ?? play, entries, queue);

        PlaybookEntry Entry(AuditRecord record, ExperimentStarted start)
        {
            var end = (ExperimentEnded)record.Entry.Event;
            return new()
            {
                Experiment = record.Entry.Experiment!,
                Play = play,
                PlayName = enrolled?.Name ?? play,
                Site = enrolled?.Site ?? "default",
                Kpis = enrolled?.PrimaryKpis ?? [],
                Hypothesis = start.Hypothesis,
                End = end,
                EndedAt = record.Entry.At,
                Next = Next(record.Entry.Experiment!, start.Hypothesis, end, proposals, queue),
            };
        }
    }

    // What was proposed on top of it comes first; else what waits; else what its end itself asks for.
    private static string Next(
        string experiment, Hypothesis tried, ExperimentEnded end, List<HypothesesProposed> proposals, List<Hypothesis> queue)
    {
        var built = proposals.SelectMany(each => each.Hypotheses).Where(claim => claim.ParentExperiment == experiment).OrderBy(claim => claim.Rank).FirstOrDefault();
        return built is not null ? $"{built.Change} ({built.Id}, builds on this)"
            : queue is [var first, ..] ? $"{first.Change} ({first.Id}, waits for its turn)"
            : end.End switch
            {
                DecisionKind.AdoptProven => $"a stronger form of the same change of {tried.Variable}, or the same one for another segment",
                DecisionKind.AdoptProvisional or DecisionKind.AdoptStated => "watch the holdback until the gain is proven or gone",
                DecisionKind.Iterate => $"a bolder change of {tried.Variable}: one this size is too small to see at this traffic, or does nothing",
                DecisionKind.Revert => $"another variable than {tried.Variable} until its cooldown is over; this very change is blocked",
                DecisionKind.Halt => "mend the assignment or the data, then try the same hypothesis again",
                DecisionKind.Extend => "let it run",
                _ => throw new ArgumentOutOfRangeException(nameof(end), end.End, "unknown end"),
            };
    }

    private static IEnumerable<T> Events<T>(IEnumerable<AuditRecord> records) => records.Select(record => record.Entry.Event).OfType<T>();
}
