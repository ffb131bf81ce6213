using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Notices;

/// <summary>A notice as it was taken.</summary>
/// <param name="Key">Its idempotency key: the same to every sink and at every attempt, so that receivers can drop repeats.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Version">Of its object: 1 for the first notice about it, then one more each time.</param>
/// <param name="Notice">What it says.</param>
public sealed record KeptNotice(string Key, DateTimeOffset At, int Version, Notice Notice);
