namespace Optimizer.Tests.Loops.Kit;

/// <summary>One thing that was done outside.</summary>
/// <param name="At">When it was said to be done.</param>
/// <param name="Key">Idempotency key.</param>
/// <param name="Play">The play's slug.</param>
/// <param name="What">put, remove or apply.</param>
/// <param name="Target">The experiment of a flag, the variable of a setting.</param>
/// <param name="Value">Shares of a flag, the setting's text.</param>
internal sealed record WorldChange(DateTimeOffset At, string Key, string Play, string What, string Target, string Value);
