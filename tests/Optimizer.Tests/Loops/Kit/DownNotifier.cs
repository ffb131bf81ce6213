using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Kit;

/// <summary>A notifier that can be switched off.</summary>
internal sealed class DownNotifier : INotifier
{
    private readonly Dictionary<string, Notice> _told = new(StringComparer.Ordinal);

    public bool IsDown { get; set; }

    public IReadOnlyCollection<Notice> Told => _told.Values;

    public Task NotifyAsync(Notice notice, string key, CancellationToken cancellationToken)
    {
        _ = IsDown ? throw new IOException("nobody can be told") : _told.TryAdd(key, notice);
        return Task.CompletedTask;
    }
}
