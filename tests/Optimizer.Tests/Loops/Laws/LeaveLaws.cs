using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;
using Optimizer.Workflows;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>Nothing is changed outside without leave: none in shadow and advisory, in semi a person's, of that exact change.</summary>
internal static class LeaveLaws
{
    public static IEnumerable<string> EveryChangeWasIntended(LoopFacts facts)
    {
        var intended = facts.Trail.Select(record => record.Entry.Event).OfType<EffectIntended>().Select(effect => effect.Effect).ToHashSet(StringComparer.Ordinal);
        return facts.Changes.Where(change => !intended.Contains(change.Key)).Select(change => $"{change.What} {change.Target} by {change.Key} was never intended");
    }

    public static IEnumerable<string> EveryStartHadLeave(LoopFacts facts) => facts.Trail
        .Where(record => record.Entry.Event is EffectIntended)
        .GroupBy(record => record.Entry.Experiment ?? "none")
        .SelectMany(group => Fault(facts, group.Key, ActionKind.StartExperiment, group.Min(record => record.Sequence)));

    public static IEnumerable<string> EveryAdoptionHadLeave(LoopFacts facts) => facts.Trail
        .Where(record => record.Entry.Event is ChangeAdopted)
        .SelectMany(record => Fault(facts, record.Entry.Experiment ?? "none", ActionKind.AdoptVariant, record.Sequence));

    public static IEnumerable<string> TopRankFirst(LoopFacts facts)
    {
        var rejected = new HashSet<string>(StringComparer.Ordinal);
        var made = new Dictionary<string, HypothesesProposed>(StringComparer.Ordinal);
        foreach (var record in facts.Trail)
        {
            switch (record.Entry.Event)
            {
                case HypothesesProposed proposed:
                    foreach (var hypothesis in proposed.Hypotheses)
                    {
                        made[hypothesis.Id] = proposed;
                    }

                    break;
                case HypothesisRejected refused:
                    rejected.Add(refused.Hypothesis);
                    break;
                case ExperimentStarted started when !made.ContainsKey(started.Hypothesis.Id):
                    yield return $"{record.Entry.Experiment} tries {started.Hypothesis.Id}, which nobody proposed";
                    break;
                case ExperimentStarted started:
                    foreach (var better in made[started.Hypothesis.Id].Hypotheses.Where(each => each.Rank < started.Hypothesis.Rank && !rejected.Contains(each.Id)))
                    {
                        yield return $"{record.Entry.Experiment} tries {started.Hypothesis.Id} before {better.Id}, which ranks higher";
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<string> Fault(LoopFacts facts, string experiment, ActionKind kind, long before)
    {
        var ruling = facts.Trail.Where(record => record.Sequence < before).Select(record => record.Entry.Event).OfType<RulingGiven>()
            .LastOrDefault(given => given.Action.Kind == kind && given.Action.Experiment == experiment);
        return ruling switch
        {
            null => [$"{experiment} did {kind} without a ruling"],
            { Answer.Kind: RulingKind.Deny } => [$"{experiment} did {kind} although policy denied it: {ruling.Answer.Code}"],
            { Answer.Kind: RulingKind.Allow, Autonomy: Autonomy.Full } => [],
            { Answer.Kind: RulingKind.Allow } => [$"{experiment} did {kind} alone in {ruling.Autonomy}"],
            _ when ruling.Autonomy is Autonomy.Shadow or Autonomy.Advisory => [$"{experiment} did {kind} in {ruling.Autonomy}"],
            _ => IsApproved(facts, experiment, kind, before) ? [] : [$"{experiment} did {kind} without an approval of that change"],
        };
    }

    private static bool IsApproved(LoopFacts facts, string experiment, ActionKind kind, long before)
    {
        var earlier = facts.Trail.Where(record => record.Sequence < before).Select(record => record.Entry.Event).ToList();
        var hypothesis = facts.Trail.Select(record => record.Entry).Where(entry => entry.Experiment == experiment)
            .Select(entry => entry.Event).OfType<ExperimentStarted>().FirstOrDefault()?.Hypothesis;
        return earlier.OfType<ApprovalAsked>().Select(asked => asked.Request).Any(request =>
            request.Experiment == experiment && request.Action == kind && request.After == hypothesis?.Setting.Json
            && request.PayloadHash == (kind == ActionKind.StartExperiment
                ? PayloadHash.Of(experiment, hypothesis.Fingerprint, request.Before, request.After)
                : PayloadHash.Of(experiment, "adopt", request.Before, request.After))
            && earlier.OfType<ApprovalAnswered>().Any(answer =>
                answer.Approval == request.Id && answer.Counts && answer.Answer.Approve && answer.Answer.PayloadHash == request.PayloadHash)
            && earlier.OfType<ApprovalEnded>().Any(ended => ended.Approval == request.Id && ended.State == ApprovalState.Approved));
    }
}
