namespace Optimizer.Embedded.Storage;

/// <summary>Which step of which generation of which instance waits for a child.</summary>
internal sealed record ParentLink(long Instance, int Generation, int Step);
