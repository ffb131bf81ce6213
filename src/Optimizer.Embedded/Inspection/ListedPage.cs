namespace Optimizer.Embedded.Inspection;

/// <summary>One page of a list.</summary>
/// <param name="Instances">In the order of their creation.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record ListedPage(IReadOnlyList<ListedInstance> Instances, string? Next);
