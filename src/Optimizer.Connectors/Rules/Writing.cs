using System.Globalization;
using System.Text;
using Optimizer.Domain;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Reports;
using static System.FormattableString;

namespace Optimizer.Connectors.Rules;

/// <summary>A hypothesis in words, and the input it was made from.</summary>
internal static class Writing
{
    private const int RecentDays = 14;
    private const int BaselineDays = 28;

    public static Hypothesis Hypothesis(Diagnosis diagnosis, Weighing weighed, int place)
    {
        var (candidate, move) = (weighed.Candidate, weighed.Candidate.Move);
        return new()
        {
            Id = Invariant($"{diagnosis.Play.Slug}-h{diagnosis.FirstNumber + place}"),
            Rank = place + 1,
            Variable = candidate.Variable.Key,
            Change = Change(candidate),
            Setting = candidate.Setting,
            Rationale = Rationale(diagnosis, weighed),
            ExpectedImpact = weighed.Impact,
            Risk = move.Risk,
            Class = move.Class,
            BudgetChange = move.BudgetChange,
            TrafficShare = move.TrafficShare,
            ParentExperiment = candidate.Parent?.Experiment,
        };
    }

    /// <summary>Everything that the rules look at, one fact a line.</summary>
    public static string Prompt(Diagnosis diagnosis)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"play {diagnosis.Play.Slug}\nanomaly {diagnosis.Anomaly}\nkpi {diagnosis.Kpi.Key} {diagnosis.Kpi.Direction}\n");
        text.Append(CultureInfo.InvariantCulture, $"class {diagnosis.Class?.ToString() ?? "none"}\nchange {diagnosis.Change?.ToString("R", CultureInfo.InvariantCulture) ?? "none"}\n");
        foreach (var variable in diagnosis.Play.Variables)
        {
            text.Append(CultureInfo.InvariantCulture, $"variable {variable.Key} actuator {variable.Actuator ?? "none"} first {variable.Current ?? "unknown"}\n");
        }

        foreach (var setting in diagnosis.Settings)
        {
            text.Append(CultureInfo.InvariantCulture, $"live {setting.Variable} {setting.Json}\n");
        }

        foreach (var past in diagnosis.Tried)
        {
            text.Append(CultureInfo.InvariantCulture, $"tried {past.Experiment} {past.Hypothesis.Variable} {past.Hypothesis.Setting.Json} {past.Hypothesis.Class} {past.End} {past.Gain?.ToString("R", CultureInfo.InvariantCulture) ?? "unread"} {past.EndedAt:O}\n");
        }

        foreach (var (day, value) in diagnosis.History)
        {
            text.Append(CultureInfo.InvariantCulture, $"day {day:yyyy-MM-dd} {value?.ToString("R", CultureInfo.InvariantCulture) ?? "missing"}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"closed {string.Join(' ', diagnosis.Closed)}\ngaps {string.Join(' ', diagnosis.ContextGaps)}\nfirst {diagnosis.FirstNumber}\n");
        return text.ToString();
    }

    private static string Change(Candidate candidate) => candidate switch
    {
        { Undone: not null } => candidate.Move.Change,
        { Version: > 1 } => Invariant($"{Name(candidate)}: go further with what {(candidate.Parent?.End == DecisionKind.Iterate ? "leaned the right way" : "worked")}{(candidate.Parent is { } parent ? $" in {parent.Experiment}" : "")}, {(candidate.Version == 2 ? "twice as pronounced" : "to the extreme")}: {LowerFirst(candidate.Move.Change)}"),
        _ => $"{Name(candidate)}: {LowerFirst(candidate.Move.Change)}",
    };

    private static string Name(Candidate candidate) => Units.Capital(Units.Spoken(candidate.Variable.Key));

    private static string Lower<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Rationale(Diagnosis diagnosis, Weighing weighed)
    {
        var (candidate, record) = (weighed.Candidate, weighed.Record);
        var sentences = new List<string> { Anomaly(diagnosis) };
        if (Levels(diagnosis.History) is { } levels)
        {
            sentences.Add(levels);
        }

        if (weighed.Why.Length > 0)
        {
            sentences.Add(weighed.Why);
        }

        sentences.Add(record.Tried == 0
            ? $"Nothing on {candidate.Variable.Key} was tried on this play yet."
            : Invariant($"On {candidate.Variable.Key} {record.Tried} tried so far, {record.Wins} adopted{(record.MeanGain is { } gain ? $"; \"{candidate.Move.Family}\" moved the KPI by {Words.Change(gain)} on average" : "")}."));
        if (candidate.Parent is { } parent)
        {
            sentences.Add($"Builds on experiment {parent.Experiment} ({DecisionWords.End(parent.End)}, {(parent.Gain is { } observed ? Words.Change(observed) : "no reading")}).");
        }

        sentences.Add($"Where it works about {Words.Change(weighed.Impact)} is expected, with a chance of {Words.Percent(record.Chance)}; risk {Lower(candidate.Move.Risk)}.");
        if (candidate.Variable.Actuator is null)
        {
            sentences.Add("No channel can carry it out: a person would have to.");
        }

        if (diagnosis.ContextGaps.Count > 0)
        {
            sentences.Add($"Not known: {string.Join("; ", diagnosis.ContextGaps)}.");
        }

        return string.Join(' ', sentences);
    }

    private static string Anomaly(Diagnosis diagnosis) => diagnosis.Class is { } found
        ? $"{diagnosis.Kpi.Key} reads {Lower(found)} ({Words.Change(diagnosis.Change)} against its baseline)."
        : $"{diagnosis.Kpi.Key} is looked at without an anomaly.";

    private static string? Levels(IReadOnlyList<KpiPoint> history)
    {
        if (history.Count == 0)
        {
            return null;
        }

        var last = history[^1].Day;
        var recent = history.Where(point => point.Value is not null && point.Day > last.AddDays(-RecentDays)).ToList();
        var before = history.Where(point => point.Value is not null && point.Day <= last.AddDays(-RecentDays) && point.Day > last.AddDays(-RecentDays - BaselineDays)).ToList();
        return recent.Count == 0 || before.Count == 0
            ? null
            : $"Its mean of the last {RecentDays} days is {Words.Amount(recent.Average(point => point.Value!.Value))}, of the {BaselineDays} before {Words.Amount(before.Average(point => point.Value!.Value))}.";
    }
}
