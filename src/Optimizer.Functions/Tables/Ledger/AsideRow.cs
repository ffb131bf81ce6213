namespace Optimizer.Functions.Tables.Ledger;

/// <summary>What was sent and is not counted.</summary>
internal sealed record AsideRow
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Place in its call, for the order among those of one moment.</summary>
    public required int Place { get; init; }

    public required string Code { get; init; }

    public required string Why { get; init; }

    /// <summary>As it came.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it was counted later.</summary>
    public bool IsReadmitted { get; init; }
}
