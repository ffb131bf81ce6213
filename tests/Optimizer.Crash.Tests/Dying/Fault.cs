namespace Optimizer.Crash.Tests.Dying;

/// <summary>What happens to one call of the store.</summary>
/// <param name="Call">Which, counted from 1: of those that begin, write and commit; of the commits alone for <see cref="FaultKind.DoneButFailed"/>.</param>
/// <param name="Kind">What.</param>
public sealed record Fault(int Call, FaultKind Kind);
