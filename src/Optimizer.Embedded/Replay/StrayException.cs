namespace Optimizer.Embedded.Replay;

/// <summary>A workflow left the thread or the tasks of its context, so nothing would ever wake it.</summary>
internal sealed class StrayException(string message) : Exception(message);
