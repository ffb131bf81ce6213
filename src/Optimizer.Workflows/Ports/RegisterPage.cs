using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Ports;

/// <param name="Version">Of the site's register.</param>
/// <param name="History">What policy counts from.</param>
public sealed record RegisterPage(long Version, ActionHistory History);
