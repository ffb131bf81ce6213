using Optimizer.Domain.Audit.Events;

namespace Optimizer.Domain.Reports;

/// <summary>What broke in a week, and what stands still at its end.</summary>
internal static class Troubles
{
    public static IReadOnlyList<string> Of(PlayRecords records)
    {
        var troubles = new List<string>();
        if (Parked(records) is { } parked)
        {
            troubles.Add($"Stands still at {parked.Step}: {parked.Why}");
        }

        if (records.All<PlayPaused>().LastOrDefault() is { } paused && Newest(records) is PlayPaused)
        {
            troubles.Add($"Paused ({paused.Code}): {paused.Why}");
        }

        // An experiment that safety ended is told of where it was reverted.
        var ended = records.Week<ExperimentEnded>().Select(one => one.Experiment).ToHashSet();
        troubles.AddRange(records.Week<SafetyTripped>().Where(one => !ended.Contains(one.Experiment)).Select(one => $"Safety: {one.Event.Does} by {one.Event.Rule}: {one.Event.Why}").Distinct());
        troubles.AddRange(records.Week<TrackingMissing>().TakeLast(1)
            .Select(one => $"Not measured: {string.Join(", ", one.Event.Kpis.Select(Units.Spoken))} (task {one.Event.Task})"));
        troubles.AddRange(records.Week<DiagnosisFailed>().TakeLast(1).Select(one => $"A diagnosis failed: {one.Event.Why}"));
        troubles.AddRange(records.Week<EffectFailed>().Select(one => $"Refused by the other side: {one.Event.Why}").Distinct());
        var missed = records.Week<TickMissed>().Sum(one => one.Event.Count);
        if (missed > 0)
        {
            troubles.Add($"{Units.Many(missed, "reading")} fell into a time when nothing ran.");
        }

        return troubles;
    }

    /// <summary>What the play waits for since something outside stopped answering; null when it goes on.</summary>
    public static PlayParked? Parked(PlayRecords records) => records.All<Audit.AuditEvent>().Aggregate(
        (PlayParked?)null, (parked, happened) => happened switch
        {
            PlayParked now => now,
            PlayRecovered or PlayStopped => null,
            _ => parked,
        });

    private static Audit.AuditEvent? Newest(PlayRecords records) =>
        records.All<Audit.AuditEvent>().LastOrDefault(happened => happened is PlayPaused or PlayResumed or PlayStopped);
}
