namespace Optimizer.Crash.Tests.Whole;

/// <summary>One run of an activity.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Content">What it did, or tried to.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Took">Whether it took effect; false for an attempt that failed.</param>
internal sealed record WorldRun(string Key, string Content, int Attempt, bool Took);
