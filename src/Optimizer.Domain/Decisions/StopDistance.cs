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
public sealed record StopDistance(string Rule, string? Variant, string Unit, double? Now, double Limit, double? Left, bool Acts, string Text);
