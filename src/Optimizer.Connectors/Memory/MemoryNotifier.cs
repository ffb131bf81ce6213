using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Memory;

/// <summary>Keeps what people would be told, for tests and demonstrations; tells nobody.</summary>
/// <param name="limit">Notices kept; null for all. A key is known as long as its notice is kept.</param>
public sealed class MemoryNotifier(int? limit = null) : INotifier
{
    private readonly Kept<Notice> _kept = new(limit);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Notice> Notices => _kept.Items;

    public Task NotifyAsync(Notice notice, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _kept.Add(key, notice);
        return Task.CompletedTask;
    }
}
