using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>An issue tracker that fails by plan, before or after the task was opened.</summary>
internal sealed class FaultyIssueTracker(IIssueTracker tracker, FaultPlan plan) : IIssueTracker
{
    public Task<string> OpenAsync(string fingerprint, string title, string text, string key, CancellationToken cancellationToken) =>
        plan.ReadAsync(nameof(IIssueTracker), key, () => tracker.OpenAsync(fingerprint, title, text, key, cancellationToken));
}
