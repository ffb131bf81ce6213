namespace Optimizer.Embedded.Running;

/// <summary>Who waits for a child.</summary>
internal sealed record ParentRef(LiveInstance Instance, int Generation, int Step);
