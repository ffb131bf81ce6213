using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>A notifier that fails by plan, before or after people were told.</summary>
internal sealed class FaultyNotifier(INotifier notifier, FaultPlan plan) : INotifier
{
    public Task NotifyAsync(Notice notice, string key, CancellationToken cancellationToken) =>
        plan.DoAsync(nameof(INotifier), key, () => notifier.NotifyAsync(notice, key, cancellationToken));
}
