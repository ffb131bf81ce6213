namespace Optimizer.Workflows.Ports;

/// <summary>A task for people.</summary>
/// <param name="Id">Such as task-1.</param>
/// <param name="Fingerprint">What makes it the same task.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">Markdown.</param>
public sealed record PlayTask(string Id, string Fingerprint, string Title, string Text)
{
    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who closed it; null while it is open.</summary>
    public string? ClosedBy { get; init; }
}
