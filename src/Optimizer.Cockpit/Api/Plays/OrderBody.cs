namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Body of an order; may be left out where no reason is needed.</summary>
/// <param name="Why">In words, for the trail.</param>
internal sealed record OrderBody(string? Why = null);
