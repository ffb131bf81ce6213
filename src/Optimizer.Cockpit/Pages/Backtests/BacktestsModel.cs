namespace Optimizer.Cockpit.Pages.Backtests;

/// <summary>What plays that may not act would have done, beside what people did.</summary>
public sealed record BacktestsModel
{
    /// <summary>Those in shadow or advisory, as many as fit.</summary>
    public required IReadOnlyList<ShadowPlay> Plays { get; init; }

    /// <summary>How many are in shadow or advisory.</summary>
    public required int Watching { get; init; }

    /// <summary>All plays.</summary>
    public required int All { get; init; }

    /// <summary>Address of the next ones; null when there are none.</summary>
    public required string? Next { get; init; }
}
