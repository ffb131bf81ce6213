namespace Optimizer.Embedded.Inspection;

/// <summary>Something wrong in an engine's file.</summary>
/// <param name="InstanceId">The instance it touches; null when it is the file itself.</param>
/// <param name="Problem">What, for people.</param>
public sealed record FileFault(string? InstanceId, string Problem);
