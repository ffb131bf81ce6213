namespace Optimizer.Workflows.Answers;

/// <summary>What a text says of time, and the text without it.</summary>
/// <param name="Time">Null when it says nothing of time.</param>
/// <param name="Rest">The other words.</param>
public sealed record TimeReading(AskedTime? Time, string Rest);
