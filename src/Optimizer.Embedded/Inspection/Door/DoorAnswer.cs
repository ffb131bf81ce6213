namespace Optimizer.Embedded.Inspection.Door;

/// <summary>One line that the door answers: the answer, which may be null, or why there is none.</summary>
internal sealed record DoorAnswer<T>(T? Answer, ViewProblem? Problem = null, string? Message = null);
