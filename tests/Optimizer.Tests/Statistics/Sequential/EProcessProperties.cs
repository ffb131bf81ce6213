using FsCheck;
using FsCheck.Fluent;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Tests.Statistics.Sequential;

public class EProcessProperties
{
    private static readonly EProcess Process = new(0.2);
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void LogEvidence_StrataReversed_IsTheSame() => ForStrata(strata =>
        SameEvidence(strata, [.. strata.Reverse()]));

    [Fact]
    public void LogEvidence_StratumSplitInTwo_IsTheSame() => ForStrata(strata => SameEvidence(strata,
        [.. strata.SelectMany(stratum => new[]
        {
            new ConversionStratum(stratum.VariantWeight, stratum.Control / 3, stratum.Variant),
            new ConversionStratum(stratum.VariantWeight, stratum.Control - stratum.Control / 3, 0),
        })]));

    [Fact]
    public void LogEvidence_GroupsSwapped_ExchangesBetterAndWorse() => ForStrata(strata =>
    {
        ConversionStratum[] swapped = [.. strata.Select(stratum => new ConversionStratum(1 - stratum.VariantWeight, stratum.Variant, stratum.Control))];
        return Close(Process.LogBetter(strata), Process.LogWorse(swapped))
            && Close(Process.LogWorse(strata), Process.LogBetter(swapped))
            && Close(Process.LogEither(strata), Process.LogEither(swapped));
    });

    [Fact]
    public void LogEvidence_StrataWithoutChoice_ChangeNothing() => ForStrata(strata =>
        SameEvidence(strata, [new(0, 50, 0), .. strata, new(1, 0, 70)]));

    [Fact]
    public void Lift_AnyStrata_ContainsThePeak() => ForStrata(strata =>
        new LogRatioLikelihood(strata).Peak is not { } peak
        || Process.Lift(strata, 0.1).Contains(Math.Exp(peak) - 1));

    [Fact]
    public void Lift_AnyStrata_ExcludesNoEffectExactlyWhenTheMixtureRejects() => ForStrata(strata =>
    {
        var margin = Process.LogEither(strata) - Math.Log(10);
        return Math.Abs(margin) < 1e-6 || Process.Lift(strata, 0.1).Contains(0) == margin < 0;
    });

    private static void ForStrata(Func<ConversionStratum[], bool> law) =>
        Prop.ForAll<(byte, NonNegativeInt, NonNegativeInt)[]>(seen => law(
            [.. seen.Select(day => new ConversionStratum((day.Item1 + 1) / 257.0, 5L * day.Item2.Get, 4L * day.Item3.Get))]))
        .Check(Runs);

    private static bool SameEvidence(ConversionStratum[] first, ConversionStratum[] second) =>
        Close(Process.LogBetter(first), Process.LogBetter(second))
        && Close(Process.LogWorse(first), Process.LogWorse(second));

    private static bool Close(double first, double second) =>
        Math.Abs(first - second) <= 1e-10 * (1 + Math.Abs(first));
}
