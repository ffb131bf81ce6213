namespace Optimizer.Domain.Plays;

/// <summary>
/// What a definition itself lacks before its play can be optimised. Such a play still runs: it monitors, says what is
/// missing and starts nothing (S0-063). Whether tracked events do arrive is another question, asked of the source (S0-010).
/// </summary>
public static class PlayGaps
{
    /// <summary>One sentence each, what blocks first; empty when nothing is missing.</summary>
    public static IReadOnlyList<string> Of(Play play)
    {
        ArgumentNullException.ThrowIfNull(play);
        return
        [
            .. play.Primary.Where(kpi => !kpi.Measure.IsTracked).Select(Goal),
            .. Others([.. play.Kpis.Where(kpi => kpi.Role != KpiRole.Primary && !kpi.Measure.IsTracked).Select(kpi => kpi.Key)]),
            .. Settings(play),
            .. Guardrails(play),
            .. Cycles(play),
        ];
    }

    /// <summary>Whether an experiment could ever start: a goal that is measured, and something that can be changed.</summary>
    public static bool CanExperiment(Play play)
    {
        ArgumentNullException.ThrowIfNull(play);
        return play.Primary.Any(kpi => kpi.Measure.IsTracked) && play.Variables.Any(variable => variable.Actuator is not null);
    }

    /// <summary>Events that must have come in the last 7 days before anything is tried: those of the goal KPIs (S0-010).</summary>
    public static IReadOnlyList<string> CoreEvents(Play play)
    {
        ArgumentNullException.ThrowIfNull(play);
        return [.. play.Primary.SelectMany(kpi => kpi.Measure.Events).Distinct(StringComparer.Ordinal)];
    }

    private static string Goal(PlayKpi kpi)
    {
        var candidates = (kpi.Measure.Metric ?? kpi.Measure).CandidateEvents;
        var events = candidates.Count == 0 ? "name the events it is made of" : $"candidates are {string.Join(", ", candidates)}";
        return $"{kpi.Key} is the goal and is not tracked: no experiment starts before it is; {events}";
    }

    private static IEnumerable<string> Others(IReadOnlyList<string> keys) => keys.Count == 0
        ? []
        : [$"{string.Join(", ", keys)} {(keys.Count == 1 ? "is" : "are")} not tracked and cannot stop an experiment that does harm there"];

    private static IEnumerable<string> Settings(Play play)
    {
        if (play.Variables.Count == 0)
        {
            yield return "there are no variables: nothing can be tried";
            yield break;
        }

        var stuck = play.Variables.Where(variable => variable.Actuator is null).Select(variable => variable.Key).ToList();
        if (stuck.Count > 0)
        {
            yield return $"nobody can change {string.Join(", ", stuck)}: no actuator is named";
        }
    }

    private static IEnumerable<string> Guardrails(Play play)
    {
        var known = play.Kpis.Select(kpi => kpi.Key).Append("primary").ToHashSet(StringComparer.Ordinal);
        var unknown = play.Guardrails.Concat(play.Experiment.RevertWhen).Select(rule => rule.Metric)
            .Where(metric => !known.Contains(metric)).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            yield return $"guardrails name {string.Join(", ", unknown)}, which no KPI of the play measures: those limits cannot hold";
        }
    }

    private static IEnumerable<string> Cycles(Play play)
    {
        if (play.Cycle?.TypicalLength is null && UsesCycles(play))
        {
            yield return "lengths are counted in cycles whose typical length is not said: 28 days are taken";
        }
    }

    private static bool UsesCycles(Play play) => new[]
    {
        play.Monitor.Recent, play.Monitor.Baseline, play.Monitor.History, play.Monitor.PlateauFor, play.Experiment.MinDuration,
        play.Experiment.MaxDuration, play.Limits.Cooldown, play.Convergence.MonitorEvery,
    }.Any(span => span?.Unit == SpanUnit.Cycle) || play.Monitor.Cadence.Contains(Cadence.PerCycle);
}
