namespace Optimizer.Benchmarks.AzureScale;

/// <summary>How long something is busy with a burst.</summary>
/// <param name="What">What is.</param>
/// <param name="Best">Seconds at the documented limit.</param>
/// <param name="Worst">Seconds when little goes together.</param>
internal readonly record struct Drain(string What, double Best, double Worst);
