using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Slack;

/// <summary>Tells whom it is given once the loop is open.</summary>
internal sealed class LateNotifier : INotifier
{
    public INotifier? To { get; set; }

    public Task NotifyAsync(Notice notice, string key, CancellationToken cancellationToken) => To?.NotifyAsync(notice, key, cancellationToken) ?? Task.CompletedTask;
}
