namespace Optimizer.Domain.Guardrails;

/// <summary>What is left of one cap on starting experiments.</summary>
/// <param name="Rule">Code of the rule that denies when nothing is left, such as daily_cap.</param>
/// <param name="Scope">play, page or site, with its name.</param>
/// <param name="Used">Counted now.</param>
/// <param name="Most">The cap.</param>
/// <param name="Window">What is counted: running, or started in a day, a month or so many days.</param>
/// <param name="OpensAt">When another start would pass again; null when it passes now, or time does not help.</param>
public sealed record CapReading(string Rule, string Scope, int Used, int Most, string Window, DateTimeOffset? OpensAt)
{
    /// <summary>Starts that the cap still lets through, at least 0.</summary>
    public int Left => Math.Max(0, Most - Used);
}
