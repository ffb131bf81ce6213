using Optimizer.Domain.Audit;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Reports.Activities;

/// <summary>
/// Writes a play's page of a week. It reads the week, four weeks before it and the rare records of all time, so a week costs
/// the same however old the play is.
/// </summary>
public static class WriteBrief
{
    private const int LookBackDays = 28;

    // What an older record may still say about this week; a few a month at most.
    private static readonly string[] Lasting =
    [
        "play.enrolled", "experiment.started", "experiment.extended", "experiment.ended", "change.adopted", "approval.asked", "approval.ended",
        "autonomy.changed", "play.converged", "play.reopened", "play.paused", "play.resumed", "play.stopped", "play.parked", "play.recovered",
    ];

    public static Activity<BriefOrder, BriefAnswer> Handle { get; } = new(ActivityNames.ReportBrief);

    internal static async Task<BriefAnswer> RunAsync(
        World world, Func<StoredText, (Play? Play, string? Problem)> read, ActivityContext context, BriefOrder order)
    {
        var stop = context.CancellationToken;
        if (await world.Plays.FindAsync(order.Play, stop) is not { } stored)
        {
            return new("its definition is not there any more");
        }

        var (play, problem) = read(stored);
        if (play is null)
        {
            return new(problem ?? "its definition does not read");
        }

        var (recent, before) = await RecordsAsync(world.Audit, order.Play, order.Week, stop);
        var week = PlayWeek.Of(play, order.Week, recent, before);
        var path = BriefPaths.Play(order.Week.Name, order.Play);
        await world.Artifacts.WriteAsync(BriefPaths.Json(path), Payload.Write(week, "the week of", order.Play).ToString(), stop);
        await BriefRecord.WriteAsync(world, context, order.Play, order.Week.Name, order.At, path, PlayBrief.Markdown(week));
        return new();
    }

    /// <summary>What a play's week is made of: recent records, and lasting ones from before.</summary>
    internal static async Task<(IReadOnlyList<AuditRecord> Recent, IReadOnlyList<AuditRecord> Before)> RecordsAsync(
        IAuditTrail trail, string play, ReportWeek week, CancellationToken stop)
    {
        var since = week.Since.AddDays(-LookBackDays);
        return (
            await ReadAsync(trail, new() { Play = play, Since = since, Until = week.Due }, stop),
            await ReadAsync(trail, new() { Play = play, Kinds = Lasting, Until = since }, stop));
    }

    private static async Task<IReadOnlyList<AuditRecord>> ReadAsync(IAuditTrail trail, AuditQuery query, CancellationToken stop)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in trail.ReadAsync(query, stop))
        {
            records.Add(record);
        }

        return records;
    }
}
