using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>What became of a definition that was put in force.</summary>
/// <param name="Definition">As stored.</param>
/// <param name="IsStarted">Whether this started the play.</param>
/// <param name="IsChanged">Whether it is another definition than before.</param>
/// <param name="IsOver">Whether the play was stopped for good: the definition is kept and nothing runs by it.</param>
public sealed record EnrolmentAnswer(StoredText Definition, bool IsStarted, bool IsChanged, bool IsOver);
