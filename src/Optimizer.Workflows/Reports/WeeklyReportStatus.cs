using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Reports;

/// <summary>Where a week's report stands.</summary>
/// <param name="Week">Such as 2026-W07.</param>
/// <param name="Stage">writing, delivering, delivered, or not all delivered.</param>
/// <param name="Plays">Plays in force.</param>
/// <param name="Missing">Those without a brief, the first of them when they are many.</param>
/// <param name="Sinks">By name.</param>
public sealed record WeeklyReportStatus(
    string Week, string Stage, int Plays, IReadOnlyList<MissingBrief> Missing, IReadOnlyList<SinkStatus> Sinks)
{
    // Statuses hold at most 16 KB.
    private const int MostMissing = 20;
    private const int LongestProblem = 200;

    /// <summary>Cut to what a status may hold.</summary>
    internal WeeklyReportStatus Short() => this with
    {
        Missing = [.. Missing.Take(MostMissing).Select(one => one with { Why = Cut(one.Why) })],
        Sinks = [.. Sinks.Select(sink => sink with { Problem = sink.Problem is { } problem ? Cut(problem) : null })],
    };

    private static string Cut(string text) => text.Length <= LongestProblem ? text : text[..LongestProblem] + "…";
}
