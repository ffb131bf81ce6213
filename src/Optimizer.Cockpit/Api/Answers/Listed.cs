namespace Optimizer.Cockpit.Api.Answers;

/// <summary>One page of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">Cursor of the next page; null when this is the last.</param>
internal sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);
