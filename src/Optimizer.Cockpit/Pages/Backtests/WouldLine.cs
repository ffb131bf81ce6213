using Optimizer.Domain.Audit;

namespace Optimizer.Cockpit.Pages.Backtests;

/// <summary>Something a play would have tried if it might act.</summary>
/// <param name="At">When it last wanted it.</param>
/// <param name="Times">How often lately.</param>
/// <param name="Text">In words, as it said last.</param>
/// <param name="Variable">What it would have changed; null when its hypothesis is not found.</param>
/// <param name="Wanted">What it would have set, as JSON; null likewise.</param>
/// <param name="Now">What the definition in force says is live, as JSON; null when it does not say.</param>
/// <param name="Record">Of the trail, the last.</param>
public sealed record WouldLine(DateTimeOffset At, int Times, string Text, string? Variable, string? Wanted, string? Now, long Record)
{
    /// <summary>Whether people have done the same since; null when that cannot be known.</summary>
    public bool? IsDone => Wanted is null || Now is null ? null : SettingWords.Of(Wanted) == SettingWords.Of(Now);
}
