using Optimizer.Domain.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Notices;

/// <summary>
/// Takes notices so that none is lost: what is told is durable, with what becomes of it at every sink, before the teller goes on. Delivery
/// is somebody else's, and may take days.
/// </summary>
/// <param name="store">Keeps them.</param>
/// <param name="sinks">Who is told.</param>
/// <param name="clock">Says when.</param>
public sealed class Outbox(INoticeStore store, IReadOnlyList<SinkSettings> sinks, TimeProvider clock) : INotifier
{
    /// <summary>Told after a notice was taken: something may be due now.</summary>
    public event Action? Taken;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">Its severity is none that there is.</exception>
    public async Task NotifyAsync(Notice notice, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var facts = Facts(notice);
        var now = clock.GetUtcNow();

        // A sink that complains is not told of itself: it would have the more to complain about.
        var told = sinks.Where(sink => facts.Kind != NoticeKind.SinkGaveUp || facts.About != SinkObject(sink.Name)).ToList();
        var isNew = await store.AddAsync(
            notice, key, now, past => [.. told.Select(sink => new SinkRuling(sink.Name, NoticeRule.Decide(facts, past(sink.Name), sink.Recipient, now)))], cancellationToken);
        if (isNew)
        {
            Taken?.Invoke();
        }
    }

    /// <summary>What a notice that a sink gave up is about.</summary>
    public static string SinkObject(string sink) => $"sink-{sink}";

    /// <summary>What the rule needs to know of a notice.</summary>
    /// <exception cref="ArgumentException">Its severity is none that there is.</exception>
    public static NoticeFacts Facts(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new(notice.Play, notice.Kind, Severity(notice), notice.About) { Kpi = notice.Kpi, Until = notice.Request?.ExpiresAt };
    }

    private static NoticeSeverity Severity(Notice notice) => notice.Severity switch
    {
        "info" => NoticeSeverity.Info,
        "warn" => NoticeSeverity.Warn,
        "high" => NoticeSeverity.High,
        _ => throw new ArgumentException($"'{notice.Severity}' is no severity; info, warn and high are", nameof(notice)),
    };
}
