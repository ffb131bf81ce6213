using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Memory;

/// <summary>Tasks for people without a tracker: one per fingerprint (S2-044), numbered in the order of opening.</summary>
public sealed class MemoryIssueTracker : IIssueTracker
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OpenedIssue> _issues = new(StringComparer.Ordinal);

    /// <summary>In the order of opening.</summary>
    public IReadOnlyList<OpenedIssue> Issues
    {
        get
        {
            lock (_gate)
            {
                return [.. _issues.Values];
            }
        }
    }

    public Task<string> OpenAsync(string fingerprint, string title, string text, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_issues.TryGetValue(fingerprint, out var issue))
            {
                issue = new($"issue-{_issues.Count + 1}", fingerprint, title, text);
                _issues.Add(fingerprint, issue);
            }

            return Task.FromResult(issue.Id);
        }
    }
}
