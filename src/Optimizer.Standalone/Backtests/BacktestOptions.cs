using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Plays;

namespace Optimizer.Standalone.Backtests;

/// <summary>What history is lived through again, and how.</summary>
internal sealed record BacktestOptions
{
    public required FoundPlay Play { get; init; }

    /// <summary>The KPI file as the user named it.</summary>
    public required string KpiFile { get; init; }

    public required KpiRecording Kpi { get; init; }

    /// <summary>Key of the play's KPI that the file is the recording of.</summary>
    public required string KpiKey { get; init; }

    /// <summary>The experiments file as the user named it; null without one.</summary>
    public string? ExperimentsFile { get; init; }

    public IReadOnlyList<RecordedExperiment> Experiments { get; init; } = [];

    /// <summary>What the user asked for; null for the most that the recordings allow.</summary>
    public Autonomy? Autonomy { get; init; }

    /// <summary>Text of the policy; null for the built-in defaults.</summary>
    public string? Policy { get; init; }

    public string? PolicyFile { get; init; }

    /// <summary>Only so many of the last days; null for all.</summary>
    public int? Days { get; init; }

    /// <summary>Where records are kept; null keeps them in memory while the command runs.</summary>
    public string? Folder { get; init; }
}
