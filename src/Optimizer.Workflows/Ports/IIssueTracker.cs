namespace Optimizer.Workflows.Ports;

/// <summary>Tasks for people. One per fingerprint (S2-044).</summary>
public interface IIssueTracker
{
    /// <returns>Id of the task, an earlier one when it was opened before.</returns>
    Task<string> OpenAsync(string fingerprint, string title, string text, string key, CancellationToken cancellationToken);
}
