namespace Optimizer.Tests.Loops.Laws;

/// <param name="Play">The play's slug.</param>
/// <param name="Variable">Which variable.</param>
/// <param name="First">What was live before the run.</param>
/// <param name="Last">What is live after it.</param>
internal sealed record LiveSetting(string Play, string Variable, string First, string Last);
