namespace Optimizer.Domain.Plays;

/// <summary>How much a play may try.</summary>
public sealed record PlayLimits
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<ScopedLimit> MaxActive { get; init; } = [new(1, "play")];

    /// <summary>At least one.</summary>
    public IReadOnlyList<PeriodLimit> MaxPer { get; init; } = [new(4, SpanUnit.Month, "play")];

    /// <summary>After a revert, before the same variable is tried again (S0-060).</summary>
    public Span Cooldown { get; init; } = new(7, SpanUnit.Day);

    public int FailuresBeforePause { get; init; } = 4;

    /// <summary>USD a month for a model; null for no limit of its own.</summary>
    public double? ModelSpendUsdPerMonth { get; init; }
}
