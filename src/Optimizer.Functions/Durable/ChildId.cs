namespace Optimizer.Functions.Durable;

/// <summary>The id that a child is to have.</summary>
/// <param name="Id">Which one.</param>
/// <param name="HasEnded">The last child of that id has answered, and so is about to be shown as finished.</param>
internal sealed record ChildId(string Id, bool HasEnded);
