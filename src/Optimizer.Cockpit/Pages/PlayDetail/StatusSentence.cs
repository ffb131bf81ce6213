using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Pages.Plays;
using Optimizer.Domain;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>Where a play stands, in one plain sentence. Pure.</summary>
public static class StatusSentence
{
    public static string Of(PlayAnswer play)
    {
        ArgumentNullException.ThrowIfNull(play);
        return $"{StageWords.Of(play.Stage)}: {Units.Stop(Rest(play))}";
    }

    private static string Rest(PlayAnswer play) => play.Stage switch
    {
        PlayStatus.Enrolling => "its KPIs have not been read yet",
        PlayStatus.Monitoring when !play.IsTracked => "nothing is tried before all primary KPIs can be measured",
        PlayStatus.Monitoring when play.Backlog > 0 => $"{Units.Many(play.Backlog, "hypothesis", "hypotheses")} {(play.Backlog == 1 ? "waits" : "wait")} to be tried; {Kpi(play)}",
        PlayStatus.Monitoring => Kpi(play),
        PlayStatus.Diagnosing => $"working out what to try; {Kpi(play)}",
        PlayStatus.Waiting => play.WaitingOn is { } waiting ? $"the {SeatWords.Of(waiting.Seat)} is asked: {waiting.Title}" : "a question is on its way",
        PlayStatus.Experimenting => play.ActiveExperiment is { } active ? Experiment(active) + Asked(play) : "an experiment is being prepared",
        PlayStatus.Evaluating => "an experiment is over; what follows from it is worked out",
        PlayStatus.Converged => $"no further gains found{(play.ConvergedAt is { } at ? $" since {AuditWords.Moment(at)}" : "")}; read weekly, an anomaly opens it again",
        PlayStatus.Paused => "it reads its KPIs and starts nothing until somebody resumes it",
        PlayStatus.Review => "its last experiments failed; somebody must look at the strategy, then resume it",
        PlayStatus.Stopped => "over for good",
        _ => throw new ArgumentOutOfRangeException(nameof(play), play.Stage, "unknown stage"),
    };

    /// <summary>Such as "day 5 of 14, adopting needs odds of 10, now 3.2".</summary>
    public static string Experiment(ActiveExperiment active)
    {
        ArgumentNullException.ThrowIfNull(active);
        var proven = active.StopRules.FirstOrDefault(rule => rule.Rule == "proven");
        return active.Day == 0
            ? $"no complete day yet of {Words.Count(active.EndDay)}{(proven is null ? "" : $", adopting will need odds of {Words.Amount(proven.Limit)}")}"
            : $"day {Words.Count(active.Day)} of {Words.Count(active.EndDay)}{(proven is { Now: { } now } ? $", adopting needs odds of {Words.Amount(proven.Limit)}, now {Odds(now)}" : "")}";
    }

    private static string Asked(PlayAnswer play) => play.WaitingOn is { } waiting ? $"; the {SeatWords.Of(waiting.Seat)} is asked: {waiting.Title}" : "";

    private static string Odds(double now) => now switch
    {
        < 1 => "none",
        > 999_999 => "over a million",
        _ => Words.Amount(Math.Round(now, now < 10 ? 1 : 0)),
    };

    private static string Kpi(PlayAnswer play) => play.Kpis.Count == 0
        ? "its KPIs have not been read yet"
        : string.Join("; ", play.Kpis.Select(Kpi));

    private static string Kpi(KpiStand stand) =>
        $"{Units.Spoken(stand.Kpi)} is {KpiWords.Of(stand.Class)}{(stand.Change is { } change ? $", {Units.Change(change)} against the four weeks before" : "")}";
}
