namespace Optimizer.Workflows.Operations;

/// <summary>A freeze that holds.</summary>
/// <param name="By">Who ordered it.</param>
/// <param name="Why">In words.</param>
/// <param name="At">When.</param>
public sealed record Freeze(string By, string Why, DateTimeOffset At);
