namespace Optimizer.Workflows.Plays;

/// <param name="Kind">What.</param>
/// <param name="By">The principal.</param>
/// <param name="Why">In words.</param>
public sealed record PlayCommand(PlayCommandKind Kind, string By, string Why);
