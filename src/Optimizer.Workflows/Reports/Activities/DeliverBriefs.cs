using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Reports.Activities;

/// <summary>
/// Tells one sink a week's pages, each once. What was taken is in the trail, so an attempt goes on where the one before
/// stopped; that a page was not taken is there too, once (S0-053).
/// </summary>
public static class DeliverBriefs
{
    public const string Notifier = "notifier";

    public const string Campaign = "campaign record";

    // A sink that refused so many in a row is down: the rest would only wait for its timeouts.
    private const int MostRefusals = 3;

    private const string Kind = "notice.sent";

    /// <summary>Every sink there is.</summary>
    public static IReadOnlyList<string> Sinks { get; } = [Notifier, Campaign];

    public static Activity<DeliveryOrder, DeliveryAnswer> Handle { get; } = new(ActivityNames.ReportDeliver);

    public static async Task<DeliveryAnswer> RunAsync(World world, ActivityContext context, DeliveryOrder order)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(order);
        var stop = context.CancellationToken;
        var taken = await TakenAsync(world.Audit, order, stop);
        var pages = (await world.Artifacts.ListAsync(BriefPaths.Folder(order.Week.Name), stop))
            .Select(path => (Path: path, Slug: BriefPaths.SlugOf(path))).Where(page => page.Slug is not null)
            .Select(page => (page.Path, Slug: page.Slug!)).OrderBy(page => page.Slug, StringComparer.Ordinal).ToList();
        var (refused, problem) = (0, (string?)null);
        foreach (var (path, slug) in pages.Where(page => !taken.Contains(page.Slug)).ToList())
        {
            var why = refused < MostRefusals ? await TryAsync(world, order, path, slug, stop) : problem;
            if (why is null)
            {
                refused = 0;
                taken.Add(slug);
                await RecordAsync(world.Audit, order, slug, "sent", null, stop);
                continue;
            }

            (refused, problem) = (refused + 1, why);
            if (refused <= MostRefusals || order.IsLast)
            {
                await RecordAsync(world.Audit, order, slug, order.IsLast ? "given-up" : "refused", why, stop);
            }
        }

        var remaining = pages.Count(page => !taken.Contains(page.Slug));
        return new(pages.Count - remaining, remaining, remaining == 0 ? null : problem);
    }

    private static async Task<HashSet<string>> TakenAsync(IAuditTrail trail, DeliveryOrder order, CancellationToken stop)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in trail.ReadAsync(new() { Kinds = [Kind], Since = order.Week.Due }, stop))
        {
            if (record.Entry.Cause == BriefRecord.CauseOf(order.Week.Name) && record.Entry.Event is NoticeSent { Delivered: true } sent && sent.Sink == order.Sink)
            {
                taken.Add(record.Entry.Play);
            }
        }

        return taken;
    }

    // Whatever a sink throws is its failure, not the report's: the reason is kept and the page is told again.
    private static async Task<string?> TryAsync(World world, DeliveryOrder order, string path, string slug, CancellationToken stop)
    {
        var text = await world.Artifacts.ReadAsync(path, stop) ?? throw new InvalidOperationException($"{path} is gone although it is listed");
        var (subject, key) = (SubjectOf(order, slug), KeyOf(order, slug));
        try
        {
            await (order.Sink switch
            {
                Notifier => world.Notifier.NotifyAsync(new(slug, "info", subject, text, $"{BriefRecord.CauseOf(order.Week.Name)}/{slug}") { Kind = NoticeKind.BriefWritten }, key, stop),
                Campaign => world.Campaign.NoteAsync(slug, subject, text, key, stop),
                _ => throw new ArgumentOutOfRangeException(nameof(order), order.Sink, "unknown sink"),
            });
            return null;
        }
        catch (Exception fault) when (fault is not ArgumentOutOfRangeException { ParamName: nameof(order) } && !stop.IsCancellationRequested)
        {
            return fault.Message;
        }
    }

    private static string SubjectOf(DeliveryOrder order, string slug) =>
        slug == BriefPaths.AllPlays ? $"All plays, week {order.Week.Name}" : $"{slug}, week {order.Week.Name}";

    private static string KeyOf(DeliveryOrder order, string slug) => $"{order.Key}/{order.Sink.Replace(' ', '-')}/{slug}";

    private static async Task RecordAsync(IAuditTrail trail, DeliveryOrder order, string slug, string what, string? why, CancellationToken stop) => await trail.AppendAsync(
        [new($"{KeyOf(order, slug)}/{what}", new()
        {
            At = order.At, Play = slug, Actor = "loop", Cause = BriefRecord.CauseOf(order.Week.Name),
            Event = new NoticeSent(order.Sink, SubjectOf(order, slug), why is null, why),
        })], stop);
}
