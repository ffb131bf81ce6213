using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>Tasks behind the gate.</summary>
internal sealed class GatedIssueTracker(FreezeGate gate, IIssueTracker inner) : IIssueTracker
{
    public async Task<string> OpenAsync(string fingerprint, string title, string text, string key, CancellationToken cancellationToken)
    {
        await gate.PassAsync($"the task '{title}'", cancellationToken);
        return await inner.OpenAsync(fingerprint, title, text, key, cancellationToken);
    }
}
