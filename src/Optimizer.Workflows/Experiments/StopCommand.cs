namespace Optimizer.Workflows.Experiments;

/// <param name="By">The principal.</param>
/// <param name="Why">In words.</param>
public sealed record StopCommand(string By, string Why);
