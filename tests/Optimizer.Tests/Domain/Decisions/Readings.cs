using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Decisions;

/// <summary>Readings of conversions against a control of 10 %, with nothing telling either way unless it is said.</summary>
internal static class Readings
{
    public static readonly Health Healthy = new(-1);

    public static VariantLook Look(
        double gain = 0, long units = 1000, double chance = 0.6, double betterOdds = 1, double worseOdds = 1, long? control = null) =>
        new(control ?? units, units, 0.1, 0.1 * (1 + gain), chance, Math.Log(betterOdds), Math.Log(worseOdds));

    public static VariantReading Of(string name, VariantLook today, VariantLook? lastDay = null, Novelty? novelty = null) =>
        new(name, [today, today, today], lastDay, novelty);

    public static ExperimentReading On(int? day, params IReadOnlyList<VariantReading> variants) => new(day, "A", variants, []);

    public static ExperimentReading On(int? day, VariantLook today) => On(day, Of("B", today));

    public static Decision Decide(ExperimentReading reading, DecisionRules? rules = null) =>
        DecisionRule.Decide(reading, Healthy, rules ?? new DecisionRules());

    public static GuardrailReading Broken(string variant) => new("unsubscribe rate", variant, true, "0.9 % where 0.5 % is the limit");
}
