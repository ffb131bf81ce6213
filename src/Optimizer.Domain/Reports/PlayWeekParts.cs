using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Reports;

/// <summary>Puts a play's week together out of its records.</summary>
internal static class PlayWeekParts
{
    public static PlayWeek Of(Play play, ReportWeek week, PlayRecords records)
    {
        IReadOnlyList<KpiChange> kpis = [.. play.Primary.Select(kpi => KpiChanges.Of(kpi, week, records.Known))];
        var built = new PlayWeek
        {
            Slug = play.Slug,
            Name = play.Name,
            Site = records.All<PlayEnrolled>().LastOrDefault()?.Site ?? "",
            Week = week,
            Standing = Standing(records),
            Autonomy = AutonomyOf(records),
            Counts = WeekCounts.Of(records.OfWeek),
            Gains = Gains(play, kpis, records),
            Kpis = kpis,
            Adopted = Adopted(records),
            Dropped = Dropped(records),
            Running = Running(records, week),
            Waiting = Waiting(records),
            Troubles = Troubles.Of(records),
            WouldHave = [.. records.Week<WouldHave>().Select(one => one.Event.Text).Distinct()],
            Maximum = LocalMaximum.Of(TriedEffects.Of(records.All<ExperimentEnded>()), Open(records).Count),
            Focus = [],
            Otherwise = ModeDifferences.Of(records.Week<DecisionMade>().Select(one => one.Event)),
            FirstSequence = records.Known is [var first, ..] ? first.Sequence : 0,
            LastSequence = records.Known is [.., var last] ? last.Sequence : 0,
            HeadHash = records.Known is [.., var head] ? head.Hash : "",
        };
        return built with { Focus = Recommendations.Of(built, records) };
    }

    /// <summary>Hypotheses of the newest diagnosis that nobody tried or refused for good.</summary>
    public static IReadOnlyList<Hypotheses.Hypothesis> Open(PlayRecords records)
    {
        var tried = records.Starts.Values.Select(start => start.Hypothesis.Fingerprint).ToHashSet();
        return [.. (records.All<HypothesesProposed>().LastOrDefault()?.Hypotheses ?? []).Where(hypothesis => !tried.Contains(hypothesis.Fingerprint))];
    }

    private static IReadOnlyList<BookedGain> Gains(Play play, IReadOnlyList<KpiChange> kpis, PlayRecords records)
    {
        var adoptions = records.Week<ChangeAdopted>().Select(one => one.Event).ToList();
        var known = play.Kpis.Where(kpi => adoptions.Exists(adoption => adoption.Kpi == kpi.Key)).ToList();
        var gains = adoptions.Count > 0 ? known : [.. play.Primary.Take(1)];
        var renamed = adoptions.Select(adoption => adoption.Kpi).Distinct().Where(key => !play.Kpis.Any(kpi => kpi.Key == key));
        return
        [
            .. gains.Select(kpi => BookedGain.Of(kpi, [.. adoptions.Where(adoption => adoption.Kpi == kpi.Key)], kpis.FirstOrDefault(change => change.Kpi == kpi.Key)?.Before)),
            .. renamed.Select(key => BookedGain.Of(Gone(play, key), [.. adoptions.Where(adoption => adoption.Kpi == key)], null)),
        ];
    }

    // A definition may have dropped a KPI since: what was booked on it stays booked.
    private static PlayKpi Gone(Play play, string key) => play.Kpis[0] with { Key = key, Form = KpiForm.Rate, Unit = "", Target = null };

    // Of an experiment that was adopted provisionally and then proven, the page shows the last word.
    private static IReadOnlyList<AdoptedChange> Adopted(PlayRecords records) =>
        [.. records.Week<ChangeAdopted>().GroupBy(one => one.Experiment).Select(group => group.Last()).Select(one => new AdoptedChange(
            one.Experiment, one.Event.Change, one.Event.After.Variable, one.Event.Kpi, one.Event.IsProven, one.Event.Booked, one.Event.Lowest,
            one.Event.Highest, records.Why(one.Experiment) ?? ""))];

    private static IReadOnlyList<DroppedChange> Dropped(PlayRecords records) =>
        [.. records.Week<ExperimentEnded>().Where(one => one.Event.End is DecisionKind.Revert or DecisionKind.Iterate or DecisionKind.Halt)
            .Select(one => new DroppedChange(
                one.Experiment, records.ChangeOf(one.Experiment), one.Event.End, one.Event.Gain,
                one.Event.Reasons is [var first, ..] ? first : records.Why(one.Experiment) ?? ""))];

    private static IReadOnlyList<RunningExperiment> Running(PlayRecords records, ReportWeek week)
    {
        var over = records.Known.Where(record => record.Entry.Event is ExperimentEnded).Select(record => record.Entry.Experiment).ToHashSet();
        var live = records.Known.Where(record => record.Entry.Event is ChangeAdopted).Select(record => record.Entry.Experiment).ToHashSet();
        return [.. records.Starts.Where(start => !over.Contains(start.Key)).Select(start => new RunningExperiment(
            start.Key, start.Value.Hypothesis.Change, start.Value.Hypothesis.Variable,
            Math.Max(0, (int)(week.Due - start.Value.Start).TotalDays), Length(records, start.Key, start.Value),
            start.Value.Hypothesis.ExpectedImpact, start.Value.DetectableLift, start.Value.SuccessCriteria, live.Contains(start.Key)))];
    }

    private static int Length(PlayRecords records, string experiment, ExperimentStarted start) => records.Known
        .Where(record => record.Entry.Experiment == experiment).Select(record => record.Entry.Event).OfType<ExperimentExtended>().LastOrDefault() is { } extended
            ? (int)Math.Round((extended.Until - start.Start).TotalDays)
            : start.ExpectedDays;

    private static IReadOnlyList<WaitingApproval> Waiting(PlayRecords records)
    {
        var closed = records.All<ApprovalEnded>().Where(ended => ended.State is not (ApprovalState.Pending or ApprovalState.Parked))
            .Select(ended => ended.Approval).ToHashSet();
        return [.. records.All<ApprovalAsked>().Select(asked => asked.Request).Where(request => !closed.Contains(request.Id))
            .GroupBy(request => request.Id).Select(group => group.Last())
            .Select(request => new WaitingApproval(
                request.Id, request.Title, request.Reasons is [var first, ..] ? first : "", request.Seat, request.AskedAt, request.ExpiresAt, request.OnTimeout))];
    }

    private static PlayStanding Standing(PlayRecords records) => records.All<Audit.AuditEvent>().Aggregate(
        PlayStanding.Active, (standing, happened) => happened switch
        {
            PlayConverged => PlayStanding.Converged,
            PlayReopened or PlayEnrolled or PlayResumed => PlayStanding.Active,
            PlayPaused => PlayStanding.Paused,
            PlayStopped => PlayStanding.Stopped,
            _ => standing,
        });

    private static Autonomy? AutonomyOf(PlayRecords records) => records.All<Audit.AuditEvent>().Aggregate(
        (Autonomy?)null, (level, happened) => happened switch
        {
            PlayEnrolled enrolled => enrolled.Autonomy,
            AutonomyChanged changed => changed.To,
            _ => level,
        });
}
