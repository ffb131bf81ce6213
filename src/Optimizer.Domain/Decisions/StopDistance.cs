namespace Optimizer.Domain.Decisions;

/// <summary>How far an experiment is from one rule that would end it, in the unit of the rule.</summary>
/// <param name="Rule">Such as min_days, proven, harm, drop30.</param>
/// <param name="Variant">Whom it reads; null for the whole experiment.</param>
/// <param name="Unit">days, units, odds (of 1 in so many), chance or share (of control).</param>
/// <param name="Now">Where it stands; null when there is nothing to compare yet.</param>
/// <param name="Limit">Where the rule fires.</param>
/// <param name="Left">How much is missing; 0 or less where the limit is reached.</param>
/// <param name="Acts">Whether it may end the experiment; false for one that is only watched and recorded.</param>
/// <param name="Text">In words.</param>
public sealed record StopDistance(string Rule, string? Variant, string Unit, double? Now, double Limit, double? Left, bool Acts, string Text)
{
    private const double EvenChance = 0.5;

    /// <summary>How far the evidence has come that such a rule needs beside its limit, from 0 to 1; null where the limit is enough.</summary>
    public double? Proof { get; init; }

    /// <summary>
    /// How far it has come towards the limit: 0 for not at all, 1 for reached. Odds are counted by their logarithm, as evidence multiplies.
    /// Null when there is nothing to compare yet.
    /// </summary>
    public double? Reached => Now is not { } now ? null : Math.Min(Proof ?? 1, Math.Clamp(Unit switch
    {
        "odds" => Math.Log(Math.Max(now, 1)) / Math.Log(Limit),
        "chance" when Limit <= EvenChance => (1 - now) / (1 - Limit),
        "chance" => (now - EvenChance) / (Limit - EvenChance),
        "days" or "units" or "share" => Limit == 0 ? 1 : now / Limit,
        _ => throw new InvalidOperationException($"the rule {Rule} counts in {Unit}, which nobody can measure"),
    }, 0, 1));
}
