namespace Optimizer.Cockpit.Pages.Policy;

/// <param name="Title">What its keys have in common.</param>
/// <param name="Values">In the order of all pages.</param>
public sealed record PolicyGroup(string Title, IReadOnlyList<PolicyLine> Values);
