namespace Optimizer.Crash.Tests.Dying;

/// <summary>The process is dead: what is left of it in this one must not go on.</summary>
public sealed class DeathException() : Exception("the process is dead");
