using Optimizer.Connectors.Notices;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Notices;
using Optimizer.Embedded.Records;
using Optimizer.Tests.Connectors.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Slack;

/// <summary>An outbox with a channel of Slack under a clock that is set by hand, and questions that stand as they are told to.</summary>
internal sealed class SlackDesk : IDisposable
{
    private readonly RecordStore _records = RecordStore.Open(null, new());
    private readonly Recipient _recipient;
    private readonly Func<INoticeStore, INoticeStore> _around;

    public SlackDesk(Recipient? recipient = null, Func<INoticeStore, INoticeStore>? around = null)
    {
        (_recipient, _around) = (recipient ?? new() { Digest = [] }, around ?? (store => store));
        Post = Open();
    }

    public FakeSlack Slack { get; } = new();

    public HandClock Clock { get; } = new();

    public INoticeStore Store => _records.Told;

    public NoticePost Post { get; private set; }

    /// <summary>How questions stand, by their ids.</summary>
    public Dictionary<string, ApprovalCard> Cards { get; } = [];

    /// <summary>The process goes and another one comes.</summary>
    public void Restart() => Post = Open();

    public Task TellAsync(Notice notice, string? key = null) => Post.Notifier.NotifyAsync(notice, key ?? notice.Subject, default);

    public Task<int> DeliverAsync() => Post.DeliverDueAsync(default);

    public async Task<Parcel> LastAsync() => (await Store.ListAsync(new(), default))[0];

    public void Dispose()
    {
        Post.Dispose();
        Slack.Dispose();
        _records.Dispose();
    }

    // What carries the calls is shared by all processes, and not closed by any.
    private NoticePost Open() => new(
        _around(Store), new([new("growth", SinkKind.Slack, _recipient) { Channel = "C024BE7LH", SecretVariable = "SECRET", TokenVariable = "TOKEN" }]) { Link = new("https://optimizer.example/") },
        name => name == "TOKEN" ? FakeSlack.Token : "secret", Path.GetTempPath(), _ => { }, Clock, new(), null,
        (id, _) => Task.FromResult(Cards.GetValueOrDefault(id)), new SlackCarrier(Slack));
}
