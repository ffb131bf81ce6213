using Optimizer.Domain.Reports;
using Optimizer.Workflows.Reports.Activities;

namespace Optimizer.Workflows.Reports;

/// <summary>
/// One week's briefs: one activity per play, then the portfolio, then every sink by itself. A sink that fails neither stops
/// the others nor loses a page; it is tried again for five days, less than it takes to the next week.
/// </summary>
public static class WeeklyReportWorkflow
{
    /// <summary>Plays of one generation's history; more are written by children.</summary>
    public const int PartSize = 500;

    private static readonly RetrySchedule Store = new(12, TimeSpan.FromSeconds(10)) { Within = TimeSpan.FromHours(6) };
    private static readonly RetrySchedule Sink = new(200, TimeSpan.FromMinutes(1)) { Longest = TimeSpan.FromHours(1), Within = TimeSpan.FromDays(5) };
    private static readonly Failure NotTaken = new("sink", "not taken");

    public const string Name = "report-weekly";

    public static Workflow<ReportWeek, WeeklyReportStatus> Handle { get; } = new(Name);

    public const string PartName = "report-part";

    /// <summary>Writes the briefs of some plays; gives those that could not be.</summary>
    public static Workflow<ReportPart, IReadOnlyList<MissingBrief>> Part { get; } = new(PartName);

    /// <summary>Such as report-weekly-2026-W07.</summary>
    public static string IdOf(string week) => $"report-weekly-{week}";

    public static async Task<WeeklyReportStatus> RunAsync(IWorkflowContext context, ReportWeek week)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(week);
        var plays = await context.CallAsync(ReportedPlays.Handle, None.Value, Store);
        var status = new WeeklyReportStatus(week.Name, "writing", plays.Count, [], []);
        context.SetStatus(status.Short());
        var missing = await WriteAsync(context, week, plays);
        var key = await context.CallAsync(WritePortfolio.Handle, new(week, context.UtcNow, missing), Store);
        status = status with { Stage = "delivering", Missing = missing };
        context.SetStatus(status.Short());
        var sinks = new SortedDictionary<string, SinkStatus>(StringComparer.Ordinal);
        await Task.WhenAll(DeliverBriefs.Sinks.Select(sink => DeliverAsync(context, new(week, sink, key, context.UtcNow, false), now =>
        {
            sinks[sink] = now;
            status = status with { Sinks = [.. sinks.Values] };
            context.SetStatus(status.Short());
        })));
        status = status with { Stage = sinks.Values.All(sink => sink.Remaining == 0) ? "delivered" : "not all delivered" };
        context.SetStatus(status.Short());
        return status.Short();
    }

    public static async Task<IReadOnlyList<MissingBrief>> RunPartAsync(IWorkflowContext context, ReportPart part)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(part);
        var answers = await Task.WhenAll(part.Plays.Select(slug => WriteOneAsync(context, part.Week, slug)));
        return [.. answers.OfType<MissingBrief>()];
    }

    private static async Task<IReadOnlyList<MissingBrief>> WriteAsync(IWorkflowContext context, ReportWeek week, IReadOnlyList<string> plays)
    {
        if (plays.Count <= PartSize)
        {
            return await RunPartAsync(context, new(week, plays));
        }

        var parts = plays.Chunk(PartSize).Select((slugs, index) => new ReportPart(week, slugs, index + 1)).ToList();
        var missing = await Task.WhenAll(parts.Select(part => WritePartAsync(context, part)));
        return [.. missing.SelectMany(some => some)];
    }

    private static async Task<IReadOnlyList<MissingBrief>> WritePartAsync(IWorkflowContext context, ReportPart part)
    {
        try
        {
            return await context.RunAsync(Part, $"{context.InstanceId}-p{part.Number}", part);
        }
        catch (StepFailedException fault)
        {
            return [.. part.Plays.Select(slug => new MissingBrief(slug, fault.Failure.Message))];
        }
    }

    private static async Task<MissingBrief?> WriteOneAsync(IWorkflowContext context, ReportWeek week, string slug)
    {
        try
        {
            return await context.CallAsync(WriteBrief.Handle, new(week, slug, context.UtcNow), Store) is { Problem: { } problem } ? new(slug, problem) : null;
        }
        catch (StepFailedException fault)
        {
            return new(slug, fault.Failure.Message);
        }
    }

    private static async Task DeliverAsync(IWorkflowContext context, DeliveryOrder order, Action<SinkStatus> tell)
    {
        var first = context.UtcNow;
        for (var attempt = 1; ; attempt++)
        {
            var wait = Sink.NextWait(attempt, context.UtcNow - first, NotTaken);
            var answer = await context.CallAsync(DeliverBriefs.Handle, order with { At = context.UtcNow, IsLast = wait is null }, Store);
            tell(new(order.Sink, answer.Delivered, answer.Remaining, attempt, answer.Problem));
            if (answer.Remaining == 0 || wait is not { } pause)
            {
                return;
            }

            await context.SleepAsync(context.UtcNow + pause);
        }
    }
}
