using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Workflows.Reports;

/// <summary>A notifier and a campaign record that keep what they are told, each key once, and can be down.</summary>
internal sealed class Sinks : INotifier, ICampaignRecord
{
    public Dictionary<string, string> Noticed { get; } = [];

    public Dictionary<string, string> Noted { get; } = [];

    public List<string> Asked { get; } = [];

    /// <summary>Why the notifier refuses now; null when it does not.</summary>
    public Func<string?> Down { get; set; } = () => null;

    public Task NotifyAsync(Notice notice, string key, CancellationToken cancellationToken)
    {
        Asked.Add(key);
        if (Down() is { } why)
        {
            throw new HttpRequestException(why);
        }

        Noticed.TryAdd(key, notice.Subject);
        return Task.CompletedTask;
    }

    public Task NoteAsync(string play, string title, string text, string key, CancellationToken cancellationToken)
    {
        Noted.TryAdd(key, title);
        return Task.CompletedTask;
    }
}
