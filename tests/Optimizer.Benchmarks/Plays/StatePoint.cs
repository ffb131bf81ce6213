namespace Optimizer.Benchmarks.Plays;

/// <summary>What one play carries after so many ticks: the most of the days before.</summary>
/// <param name="Ticks">Taken so far.</param>
/// <param name="StateBytes">JSON that a generation hands to the next.</param>
/// <param name="PlayEvents">Of the play's generation.</param>
/// <param name="ExperimentEvents">Of the generation of its live experiment; 0 when none was live.</param>
/// <param name="Records">In the trail, which only grows.</param>
/// <param name="Experiments">Begun.</param>
internal sealed record StatePoint(int Ticks, int StateBytes, int PlayEvents, int ExperimentEvents, long Records, int Experiments);
