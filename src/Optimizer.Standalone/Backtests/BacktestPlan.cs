using Optimizer.Domain;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Backtests;

/// <summary>What is run in the end, and in what it differs from what was asked.</summary>
/// <param name="Document">The definition in force.</param>
/// <param name="Policy">Text of the policy in force.</param>
/// <param name="Level">Of autonomy, from the first day.</param>
/// <param name="First">The first day that is ticked.</param>
/// <param name="Start">The moment of its tick.</param>
/// <param name="End">Just after the tick that reads the last day.</param>
/// <param name="Notes">What a reader must know.</param>
internal sealed record BacktestPlan(
    PlayDocument Document, string Policy, Autonomy Level, DateOnly First, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<string> Notes)
{
    /// <summary>Figures without which nothing is replayed (S0-025).</summary>
    public const int LeastDays = 28;

    public static BacktestPlan Of(BacktestOptions options)
    {
        var notes = new List<string>();
        var document = Measured(options, notes);
        var play = document.Play;
        var level = LevelOf(options, play, notes);
        var series = options.Kpi.Series;
        var earliest = series.Start.AddDays(LeastDays);
        var first = options.Days is { } days && series.LastDay.AddDays(2 - days) is var wanted && wanted > earliest ? wanted : earliest;
        if (play.Variables.All(variable => variable.Actuator is null))
        {
            notes.Add("The play names no variable that a channel can change: it is watched, and nothing could be tried.");
        }

        var moment = At(first, play.Monitor);
        return new(document, DefinitionChange.At(options.Policy, level), level, first, moment, At(series.LastDay.AddDays(1), play.Monitor).AddMinutes(1), notes);
    }

    private static DateTimeOffset At(DateOnly day, MonitorPlan monitor)
    {
        // From two days before, so that no time zone is ahead of the first step.
        var moment = new DateTimeOffset(day.AddDays(-2).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        while (TickClock.LocalDay(moment, monitor.TimeZone) < day)
        {
            moment = TickClock.Next(moment, monitor.At, monitor.TimeZone);
        }

        return moment;
    }

    private static PlayDocument Measured(BacktestOptions options, List<string> notes)
    {
        var (document, series) = (options.Play.Document, options.Kpi.Series);
        var kpi = document.Play.Kpis.First(each => each.Key == options.KpiKey);
        var others = document.Play.Primary.Where(each => each.Key != kpi.Key).ToList();
        if (others.Count > 0)
        {
            notes.Add($"Only {kpi.Key} is recorded; {string.Join(", ", others.Select(each => each.Key))}, primary too, cannot be watched here.");
        }

        var figures = Enumerable.Range(0, series.Days).Select(day => series[series.Start.AddDays(day)]).OfType<double>().ToList();
        if (kpi.Unit == "fraction" && figures.Max() > 1)
        {
            notes.Add($"The play calls {kpi.Key} a fraction and the column '{series.Kpi.Name}' holds figures of about {Words.Amount(figures.Average())}: "
                + "it stands in for it. Changes are judged as shares of its own level, so the class is right; it is the class of this column.");
        }

        if (kpi.Measure.IsTracked && others.All(each => each.Measure.IsTracked))
        {
            return document;
        }

        if (!kpi.Measure.IsTracked)
        {
            notes.Add($"The definition says that {kpi.Key} is not tracked: live, this play would only open a fix-tracking task. Here the recording is its measure.");
        }

        var file = PlayFile.Read(DefinitionChange.MeasuredBy(document, kpi.Key, series.Kpi.Name), options.Play.File);
        return file is { Plays: [var changed], Problems.Count: 0 }
            ? changed
            : throw new InvalidOperationException($"the definition does not read once its KPI is the recording: {string.Join("; ", file.Problems)}");
    }

    private static Autonomy LevelOf(BacktestOptions options, Play play, List<string> notes)
    {
        var known = options.Experiments.Count > 0;
        var asked = options.Autonomy ?? (known ? Autonomy.Full : Autonomy.Advisory);
        var allowed = options.Policy is null ? Autonomy.Full : PolicyFile.Read(options.Policy, options.PolicyFile!).Policy!.For(play).AutonomyCeiling;
        if (asked > allowed)
        {
            notes.Add($"The policy allows {Name(allowed)} at most; {Name(asked)} was asked for.");
            asked = allowed;
        }

        if (!known && asked > Autonomy.Advisory)
        {
            notes.Add($"Run at advisory, not {Name(asked)}: no recording says what a variant would have done, so nothing is started. What {Name(asked)} would have started or asked is listed; give --experiments to go on to decisions.");
            return Autonomy.Advisory;
        }

        return asked;
    }

    internal static string Name(Autonomy level) => level.ToString().ToLowerInvariant();
}
