using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>The trail is whole, and what was decided comes out the same again.</summary>
internal static class TrailLaws
{
    // Inputs of plays grow to some 40 tried hypotheses; S0-068 allows 1 MB.
    private const int MostBytes = 256 * 1024;
    private const int MostEntries = 4000;

    public static IEnumerable<string> EveryEffectHasItsAnswer(LoopFacts facts) => Orphans.Of(facts.Trail)
        .Where(orphan => !IsUnderWay(facts, orphan)).Select(orphan => orphan.ToString());

    public static IEnumerable<string> EverythingComesOutTheSame(LoopFacts facts) => facts.Different;

    public static IEnumerable<string> ChainHolds(LoopFacts facts) => facts.ChainFaults;

    public static IEnumerable<string> NoInstanceIsBroken(LoopFacts facts) => facts.Broken;

    public static IEnumerable<string> StateIsBounded(LoopFacts facts) => facts.Sizes
        .Where(size => size.Bytes > MostBytes || size.Entries > MostEntries)
        .Select(size => $"{size.Instance} has an input of {size.Bytes} bytes and a history of {size.Entries} entries");

    /// <summary>What is decided must stand in the trail before it is acted on.</summary>
    public static IEnumerable<string> AcceptedIsStarted(LoopFacts facts)
    {
        var accepted = facts.Trail.Where(record => record.Entry.Event is HypothesisAccepted).Select(record => record.Entry.Experiment!).ToList();
        var started = facts.Trail.Where(record => record.Entry.Event is ExperimentStarted).Select(record => record.Entry.Experiment!).ToHashSet(StringComparer.Ordinal);
        return accepted.Where(id => !started.Contains(id) && !facts.Running.Contains(id)).Select(id => $"{id} was accepted and never started")
            .Concat(started.Except(accepted).Select(id => $"{id} started and was never accepted"))
            .Concat(facts.Trail.Select(record => record.Entry.Event).OfType<RulingGiven>()
                .Where(ruling => ruling is { Action: { Kind: ActionKind.StartExperiment, Experiment: { } id }, Answer.Kind: RulingKind.Allow } && !accepted.Contains(id))
                .Select(ruling => $"{ruling.Action.Experiment} was allowed and never accepted"));
    }

    /// <summary>An anomaly that nobody wrote down leads nowhere.</summary>
    public static IEnumerable<string> DiagnosesHaveTheirAnomaly(LoopFacts facts)
    {
        var found = facts.Trail.Select(record => record.Entry.Event).OfType<AnomalyFound>().Select(anomaly => $"{anomaly.Kpi}").ToHashSet(StringComparer.Ordinal);
        return facts.Trail.Where(record => record.Entry.Event is HypothesesProposed)
            .Where(record => record.Entry.Cause.StartsWith($"{record.Entry.Play}/", StringComparison.Ordinal) && !record.Entry.Cause.Contains("/proactive/", StringComparison.Ordinal))
            .Where(record => !facts.Trail.Any(other => other.Sequence < record.Sequence && other.Entry.Play == record.Entry.Play && other.Entry.Event is AnomalyFound))
            .Select(record => $"{record.Entry.Cause} was diagnosed and no anomaly of {record.Entry.Play} stands in the trail ({found.Count} of others)");
    }

    // An effect of a live experiment may still wait for a port that does not answer.
    private static bool IsUnderWay(LoopFacts facts, Orphan orphan) =>
        orphan.Problem.EndsWith("has no answer", StringComparison.Ordinal)
        && facts.Trail.First(record => record.Sequence == orphan.Sequence).Entry.Experiment is { } experiment && facts.Running.Contains(experiment);
}
