namespace Optimizer.Workflows.Answers;

/// <summary>A stretch of time that a question names.</summary>
/// <param name="Since">Inclusive; null for from the beginning.</param>
/// <param name="Until">Exclusive; null for until now.</param>
/// <param name="Words">As an answer says it, with its days: "on Tue 2026-03-10".</param>
public sealed record AskedTime(DateTimeOffset? Since, DateTimeOffset? Until, string Words);
