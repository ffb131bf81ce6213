using Optimizer.Connectors.Notices;
using Optimizer.Domain.Notices;
using Optimizer.Embedded.Records;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Notices;

/// <summary>An outbox with sinks under a clock that is set by hand.</summary>
internal sealed class Desk : IDisposable
{
    private readonly RecordStore _records = RecordStore.Open(null, new());
    private readonly Dispatcher _dispatcher;

    public Desk(params (INoticeSink Sink, Recipient Recipient)[] sinks)
    {
        Sinks = [.. sinks.Select(each => each.Sink)];
        Outbox = new(Store, [.. sinks.Select(each => new SinkSettings(each.Sink.Name, SinkKind.Terminal, each.Recipient))], Clock);
        _dispatcher = new(Store, Sinks, Plan, Clock, Outbox, _ => { });
    }

    public static Recipient Machine { get; } = new() { IsMachine = true };

    public HandClock Clock { get; } = new();

    public RetryPlan Plan { get; } = new();

    public Outbox Outbox { get; }

    public IReadOnlyList<INoticeSink> Sinks { get; }

    public INoticeStore Store => _records.Told;

    public static Notice Question(string play, string subject, string about) => new(play, "warn", subject, "", about) { Kind = NoticeKind.ApprovalAsked };

    public static Notice Suggestion(string play, string subject, string about) => new(play, "info", subject, "", about) { Kind = NoticeKind.SuggestionMade };

    public Task TellAsync(Notice notice, string? key = null) => Outbox.NotifyAsync(notice, key ?? notice.Subject, default);

    /// <summary>Delivers until nothing more is due now.</summary>
    public async Task PassAsync()
    {
        foreach (var sink in Sinks)
        {
            while (await _dispatcher.PassAsync(sink, default) > 0)
            {
            }
        }
    }

    public Task<IReadOnlyList<Parcel>> LogAsync(bool failed = false) => Store.ListAsync(new() { Failed = failed, Most = 1000 }, default);

    public void Dispose() => _records.Dispose();
}
