namespace Optimizer.Embedded.Storage;

/// <summary>A pending timer.</summary>
/// <param name="Instance">Whose.</param>
/// <param name="Step">Which step of the workflow waits for it; -1 for the scheduled start.</param>
/// <param name="Due">UTC ticks.</param>
internal readonly record struct TimerRow(long Instance, int Step, long Due);
