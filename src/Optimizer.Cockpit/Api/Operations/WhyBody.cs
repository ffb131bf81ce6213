namespace Optimizer.Cockpit.Api.Operations;

/// <param name="Why">In words, for the trail.</param>
internal sealed record WhyBody(string Why);
