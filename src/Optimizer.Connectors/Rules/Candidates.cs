using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;

namespace Optimizer.Connectors.Rules;

/// <summary>Everything that may be proposed: what was tried and failed, what is live, and what is closed is not among it (C29).</summary>
internal static class Candidates
{
    // Beyond that the same thing said still more strongly is no longer a new claim.
    private const int LastVersion = 3;

    public static List<Candidate> Of(Diagnosis diagnosis)
    {
        var blocked = diagnosis.Tried.Where(past => past.End is not (DecisionKind.Halt or DecisionKind.Extend))
            .Select(past => past.Hypothesis.Fingerprint)
            .Concat(diagnosis.Settings.Select(live => Fingerprint.Of(live.Variable, live.Json, null)))
            .ToHashSet(StringComparer.Ordinal);
        var closed = diagnosis.Closed.ToHashSet(StringComparer.Ordinal);
        return [.. diagnosis.Play.Variables.Where(variable => !closed.Contains(variable.Key))
            .SelectMany(variable => Moves(diagnosis, variable).Concat(Further(diagnosis, variable)).Concat(Undo(diagnosis, variable)))
            .Where(candidate => !blocked.Contains(candidate.Fingerprint) || (candidate.Undone is not null && !IsLive(diagnosis, candidate)))
            .DistinctBy(candidate => candidate.Fingerprint)];
    }

    private static bool IsLive(Diagnosis diagnosis, Candidate candidate) =>
        diagnosis.Settings.Contains(candidate.Setting) || diagnosis.Tried.Any(past =>
            past.End is DecisionKind.Revert or DecisionKind.Iterate && past.Hypothesis.Fingerprint == candidate.Fingerprint);

    private static IEnumerable<Candidate> Moves(Diagnosis diagnosis, Variable variable) =>
        MoveCatalogue.For(variable.Key).Select(move => new Candidate(variable, move, move.Setting(variable.Key))
        {
            Parent = diagnosis.Tried.LastOrDefault(past => past.Hypothesis.Variable == variable.Key
                && (IsUnfinished(diagnosis, past) || (IsBuiltOn(past) && MoveText.FamilyOf(past.Hypothesis) == move.Family))),
        });

    // What gained is taken further; so is what had no winner but leaned the right way.
    private static IEnumerable<Candidate> Further(Diagnosis diagnosis, Variable variable)
    {
        foreach (var past in diagnosis.Tried.Where(past => past.Hypothesis.Variable == variable.Key && IsBuiltOn(past) && past.Gain > 0))
        {
            if (MoveText.Of(variable.Key, past.Hypothesis.Setting.Json) is { } known && known.Version < LastVersion)
            {
                yield return new(variable, known.Move, known.Move.Setting(variable.Key, known.Version + 1)) { Parent = past, Version = known.Version + 1 };
            }
        }
    }

    // After a drop the newest adoption is the first to be doubted.
    private static IEnumerable<Candidate> Undo(Diagnosis diagnosis, Variable variable)
    {
        if (diagnosis.Class is not (KpiClass.Drop or KpiClass.Decline)
            || diagnosis.Tried.LastOrDefault(past => past.Hypothesis.Variable == variable.Key && TrackRecord.IsWin(past.End)) is not { } adopted
            || !diagnosis.Settings.Contains(adopted.Hypothesis.Setting))
        {
            yield break;
        }

        var before = diagnosis.Tried.LastOrDefault(past => past != adopted && past.Hypothesis.Variable == variable.Key && TrackRecord.IsWin(past.End))
            ?.Hypothesis.Setting ?? (variable.Current is { } current ? new VariableSetting(variable.Key, current) : null);
        if (before is not null)
        {
            yield return new(
                variable,
                new("undo", "repair", 0.08, $"{Units.Capital(Units.Spoken(variable.Key))}: put it back to what it was before {adopted.Experiment}", "") { Class = adopted.Hypothesis.Class },
                before)
            { Undone = adopted, Parent = adopted };
        }
    }

    // The last word on this play was that nobody won: whatever is tried on the variable next answers to that (S0-042).
    private static bool IsUnfinished(Diagnosis diagnosis, TriedHypothesis past) =>
        past.End == DecisionKind.Iterate && past == diagnosis.Tried[^1];

    private static bool IsBuiltOn(TriedHypothesis past) => past.End == DecisionKind.Iterate || TrackRecord.IsWin(past.End);
}
