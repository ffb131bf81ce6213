using FsCheck;
using FsCheck.Fluent;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;
using Optimizer.Tests.Domain.Experiments;

namespace Optimizer.Tests.Domain.Decisions;

public class DecisionRuleProperties
{
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(300);
    private static readonly DecisionRules[] Rules = [new(), new() { EndDay = 7 }, new() { EndDay = 28, RequiredUnits = 5000 }, new() { Stated = StatedRules.Literal }];

    [Fact]
    public void Decide_SameReading_SameDecision() =>
        Prop.ForAll<int>(seed =>
        {
            var (first, second) = (Random(seed), Random(seed));

            return first.Kind == second.Kind && first.Variant == second.Variant && first.Reasons.SequenceEqual(second.Reasons)
                && first.Dropped.SequenceEqual(second.Dropped) && first.Triggers.SequenceEqual(second.Triggers)
                && first.Throttle.OrderBy(pair => pair.Key).SequenceEqual(second.Throttle.OrderBy(pair => pair.Key));
        }).Check(Laws);

    [Fact]
    [Trait("Req", "S0-036")]
    public void Decide_WhateverTheDataAndTheRules_HoldsTheFloor() =>
        Prop.ForAll<int, PositiveInt>((seed, pick) =>
        {
            var reading = Reading(seed);
            var decision = DecisionRule.Decide(reading, Readings.Healthy, Rules[pick.Get % Rules.Length]);
            var small = reading.Variants.Where(variant => !decision.Dropped.Contains(variant.Name)).Any(variant => variant.Today.FewestUnits < 100);

            return decision.Kind is DecisionKind.Extend or DecisionKind.Revert || (reading.Day >= 7 && !small);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Decide_AnyReading_GivesReasonsAndThrottlesOnlyWhileItRuns() =>
        Prop.ForAll<int, PositiveInt>((seed, pick) =>
        {
            var decision = DecisionRule.Decide(Reading(seed), Readings.Healthy, Rules[pick.Get % Rules.Length]);

            return decision.Reasons.Count > 0 && decision.Reasons.All(reason => reason.EndsWith('.')) && decision.Code.Length > 0
                && (decision.Kind == DecisionKind.Extend || decision.Throttle.Count == 0)
                && !decision.Dropped.Intersect(decision.Throttle.Keys).Any()
                && (decision.Variant is null || decision.Kind == DecisionKind.Revert || !decision.Dropped.Contains(decision.Variant));
        }).Check(Laws);

    [Fact]
    public void Literally_AnyReading_ListsTheTriggersThatFired() =>
        Prop.ForAll<int>(seed =>
        {
            var decision = Random(seed);
            var fired = decision.Triggers.Where(trigger => trigger.Fired && trigger.Stated.Mode != RuleMode.Off).ToList();

            return decision.Literally.Count == fired.Count
                && fired.All(trigger => decision.Literally.Count(text =>
                    text.StartsWith($"{trigger.Rule} would ", StringComparison.Ordinal) && text.EndsWith($" {trigger.Variant}: {trigger.Text}", StringComparison.Ordinal)) == 1);
        }).Check(Laws);

    [Fact]
    public void Decide_MoreConversionsOfTheVariant_NeverDecidesWorse() =>
        Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((size, control, variant) =>
        {
            var units = 20 + (size.Get * 37 % 3000);
            var (x, y, step) = (control.Get % (units / 3), variant.Get * 7 % (units / 3), 1 + (size.Get % 5));

            return new[] { 3, 7, 10, 14 }.All(days => Rank(units, x, y, days) <= Rank(units, x, Math.Min(y + step, units / 3), days));
        }).Check(Laws);

    [Fact]
    public void Decide_LowerIsBetter_DecidesAsTheMirroredRates() =>
        Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((size, control, variant) =>
        {
            var units = 20 + (size.Get * 37 % 3000);
            var (x, y) = (control.Get % (units / 3), variant.Get * 7 % (units / 3));
            ExperimentDay<Proportion>[] here = [Days.Of((units, x), (units, y))], there = [Days.Of((units, y), (units, x))];

            return Evaluation.Of(["A", "B"], here, false, new(), lowerIsBetter: true).Decision.Kind
                == Evaluation.Of(["A", "B"], there, false, new()).Decision.Kind;
        }).Check(Laws);

    private static int Rank(int units, int control, int variant, int days) =>
        Evaluation.Of(["A", "B"], [.. Enumerable.Repeat(Days.Of((units, control), (units, variant)), days)], true, new()).Decision.Kind switch
        {
            DecisionKind.Revert => 0,
            DecisionKind.Iterate => 1,
            DecisionKind.Extend => 2,
            DecisionKind.AdoptProvisional => 3,
            DecisionKind.AdoptProven => 4,
            var other => throw new InvalidOperationException($"{other} of an even split"),
        };

    private static Decision Random(int seed) => DecisionRule.Decide(Reading(seed), Readings.Healthy, new());

    private static ExperimentReading Reading(int seed)
    {
        var random = new Random(seed);
        var names = Enumerable.Range(1, 1 + random.Next(3)).Select(k => $"v{k}").ToList();
        return new(
            1 + random.Next(50), "A",
            [.. names.Select(name => new VariantReading(
                name, [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Look())], Look(), random.Next(2) == 0 ? null : new(Around(), 3 * Around())))],
            random.Next(4) == 0 ? [Readings.Broken(names[^1])] : []);

        double Around() => (2 * random.NextDouble()) - 1;

        VariantLook Look() => new(
            random.Next(1 << random.Next(4, 14)), random.Next(1 << random.Next(4, 14)), random.Next(9) == 0 ? 0 : random.NextDouble(),
            random.NextDouble(), random.NextDouble(), 10 * Around(), 6 * Around(), random.Next(3) == 0 ? random.Next(100) : null, random.Next(3) == 0);
    }
}
