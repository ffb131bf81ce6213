namespace Optimizer.Benchmarks.Engine.Growth;

/// <summary>A point of a curve.</summary>
/// <param name="Amount">How much there was.</param>
/// <param name="Microseconds">Of a step, with so much.</param>
/// <param name="First">Of a step with the least amount, measured as near in time as can be.</param>
internal readonly record struct CurvePoint(int Amount, double Microseconds, double First);
