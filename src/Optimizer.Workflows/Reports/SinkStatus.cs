namespace Optimizer.Workflows.Reports;

/// <summary>How far one sink has taken a week's pages (S0-053).</summary>
/// <param name="Sink">Which.</param>
/// <param name="Delivered">Pages it took.</param>
/// <param name="Remaining">Pages it has not taken.</param>
/// <param name="Attempts">Rounds so far.</param>
/// <param name="Problem">What it said last; null when it took all.</param>
public sealed record SinkStatus(string Sink, int Delivered, int Remaining, int Attempts, string? Problem);
