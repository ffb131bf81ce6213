using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Notices;

/// <summary>Notices at a terminal, a line each.</summary>
/// <param name="name">As the settings name it.</param>
/// <param name="say">Shows a line; called by one at a time.</param>
/// <param name="link">Address of the cockpit; null for none.</param>
public sealed class TerminalSink(string name, Action<string> say, Uri? link) : INoticeSink
{
    private readonly Lock _gate = new();

    public string Name => name;

    public Task<SinkAnswer> DeliverAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        try
        {
            lock (_gate)
            {
                foreach (var kept in parcel.Notices)
                {
                    say(NoticeText.Line(kept, link));
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            return Task.FromResult(new SinkAnswer(false, NoticeText.Plain(closed.Message)));
        }

        return Task.FromResult(new SinkAnswer(true, "written"));
    }
}
