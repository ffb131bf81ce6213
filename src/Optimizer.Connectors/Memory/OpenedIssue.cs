namespace Optimizer.Connectors.Memory;

/// <param name="Id">Such as issue-1.</param>
/// <param name="Fingerprint">What makes it the same task.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">Markdown.</param>
public sealed record OpenedIssue(string Id, string Fingerprint, string Title, string Text);
