using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>The world ends adopted or restored, never half.</summary>
internal static class WorldLaws
{
    private static readonly EffectivePolicy Usual = new();

    public static IEnumerable<string> SettingsFollowTheAdoptions(LoopFacts facts)
    {
        var live = facts.Settings.ToDictionary(setting => (setting.Play, setting.Variable), setting => setting.First);
        foreach (var record in facts.Trail)
        {
            if (record.Entry.Event is not ChangeAdopted adopted)
            {
                continue;
            }

            var key = (record.Entry.Play, adopted.After.Variable);
            if (live.GetValueOrDefault(key) != adopted.Before.Json)
            {
                yield return $"{record.Entry.Experiment} adopted over {adopted.Before.Json}, but {live.GetValueOrDefault(key)} was live";
            }

            live[key] = adopted.After.Json;
        }

        foreach (var setting in facts.Settings.Where(setting => live[(setting.Play, setting.Variable)] != setting.Last))
        {
            yield return $"{setting.Variable} of {setting.Play} is {setting.Last}, adopted was {live[(setting.Play, setting.Variable)]}";
        }
    }

    public static IEnumerable<string> FlagsOfLiveExperimentsOnly(LoopFacts facts) =>
        facts.Flags.Except(facts.Running).Select(flag => $"the flag of {flag} is left although it is over");

    public static IEnumerable<string> EveryStartEndsOrRuns(LoopFacts facts)
    {
        var started = Ids<ExperimentStarted>(facts);
        var ended = Ids<ExperimentEnded>(facts);
        return started.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"{group.Key} started {group.Count()} times")
            .Concat(ended.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"{group.Key} ended {group.Count()} times"))
            .Concat(started.Except(ended).Except(facts.Running).Select(id => $"{id} neither ended nor runs"))
            .Concat(ended.Intersect(facts.Running).Select(id => $"{id} ended and runs"))
            .Concat(facts.Register.Where(one => one.IsActive && !facts.Running.Contains(one.Id)).Select(one => $"{one.Id} is active in the register and runs nowhere"))
            .Concat(facts.Register.Where(one => !one.IsActive && facts.Running.Contains(one.Id)).Select(one => $"{one.Id} is over in the register and runs"))
            .Concat(started.Except(facts.Register.Select(one => one.Id)).Select(id => $"{id} started and is not in the register"));
    }

    public static IEnumerable<string> EndsFollowDecisions(LoopFacts facts) => facts.Trail
        .Where(record => record.Entry.Event is ExperimentEnded)
        .Select(record => (record.Entry.Experiment, Ended: (ExperimentEnded)record.Entry.Event, Before: facts.Trail
            .Where(other => other.Sequence < record.Sequence && other.Entry.Experiment == record.Entry.Experiment).Select(other => other.Entry.Event).ToList()))
        .Where(end => !IsFounded(end.Ended, end.Before))
        .Select(end => $"{end.Experiment} ended as {end.Ended.End}, which no decision said: {string.Join(" ", end.Ended.Reasons)}");

    /// <summary>S0-036: nothing is adopted or given up before the least days and units.</summary>
    public static IEnumerable<string> NoDecisionBeforeItsTime(LoopFacts facts)
    {
        var starts = facts.Trail.Where(record => record.Entry.Event is ExperimentStarted)
            .ToDictionary(record => record.Entry.Experiment!, record => ((ExperimentStarted)record.Entry.Event).Start);
        foreach (var made in facts.Trail.Select(record => record.Entry.Event).OfType<DecisionMade>().Select(made => made.Record))
        {
            var days = (made.At - starts[made.Experiment]).TotalDays;
            var fewest = Enumerable.Range(0, made.Evidence.Variants.Count).Min(group => made.Evidence.Days.Sum(day => day.Groups[group].Units));
            var kind = made.Decision.Kind;
            if (kind is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.Iterate
                && (facts.Policies.GetValueOrDefault(made.Play, Usual).Rules.MinimumDays - days > 0.1 || fewest < made.Rules.MinimumUnits))
            {
                yield return $"{made.Id}: {kind} after {days:0.0} days with {fewest} units";
            }
        }
    }

    private static bool IsFounded(ExperimentEnded ended, List<AuditEvent> before) => ended.End switch
    {
        DecisionKind.Revert => before.OfType<SafetyTripped>().Any() || Decided(before, DecisionKind.Revert),
        DecisionKind.Iterate => true,
        var kind => Decided(before, kind),
    };

    private static bool Decided(List<AuditEvent> before, DecisionKind kind) =>
        before.OfType<DecisionMade>().Any(made => made.Record.Decision.Kind == kind);

    private static List<string> Ids<TEvent>(LoopFacts facts) =>
        [.. facts.Trail.Where(record => record.Entry.Event is TEvent).Select(record => record.Entry.Experiment ?? "none")];
}
