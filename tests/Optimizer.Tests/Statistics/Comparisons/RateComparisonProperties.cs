using FsCheck;
using FsCheck.Fluent;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Designs;
using Optimizer.Statistics.Distributions;

namespace Optimizer.Tests.Statistics.Comparisons;

public class RateComparisonProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void Chance_Exchanged_SumsToOne() => ForRates((control, variant) =>
        Close(1, RateComparison.Chance(control, variant) + RateComparison.Chance(variant, control), 1e-11));

    [Fact]
    public void Losses_AnyRates_DifferByTheMeans() => ForRates((control, variant) =>
    {
        var reading = RateComparison.Between(control, variant);
        return reading.LossOfVariant >= 0 && reading.LossOfControl >= 0
            && Close(variant.Mean - control.Mean, reading.LossOfControl - reading.LossOfVariant, 1e-11);
    });

    [Fact]
    public void Between_OneMoreConversion_NeverLowersTheChance() => ForRates((control, variant) =>
    {
        var more = new Beta(variant.Alpha + 1, Math.Max(0.5, variant.BetaShape - 1));
        return RateComparison.Chance(control, more) >= RateComparison.Chance(control, variant) - 1e-12;
    });

    [Fact]
    public void ChanceOfBest_TwoRates_IsTheChanceToWin() => ForRates((control, variant) =>
        Close(RateComparison.Chance(control, variant), ThompsonAllocation.ChanceOfBest([control, variant])[1], 1e-11));

    private static void ForRates(Func<Beta, Beta, bool> law) =>
        Prop.ForAll<(NonNegativeInt, NonNegativeInt, bool), (NonNegativeInt, NonNegativeInt, bool)>(
            (control, variant) => law(Of(control), Of(variant))).Check(Runs);

    // Half of the rates are large and have a prior of 1/2, so that sums and grids both come up.
    private static Beta Of((NonNegativeInt Successes, NonNegativeInt Failures, bool Many) seen) => seen.Many
        ? new(seen.Successes.Get * 37 + 0.5, seen.Failures.Get * 211 + 0.5)
        : new(seen.Successes.Get + 1, seen.Failures.Get + 1);

    private static bool Close(double expected, double actual, double floor) => Math.Abs(expected - actual) <= floor;
}
