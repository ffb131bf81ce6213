using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Samples;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>Weights that move while the base rate moves: pooling reverses effects, strata do not.</summary>
internal static class SimpsonTable
{
    private const double Visitors = 1000;
    private const double BaseRate = 0.05;
    private static readonly ConversionLook Conversions = new();

    public static Report Run(MonteCarlo runs, bool quick)
    {
        var claims = Published.Simpson.Split(' ');
        var count = runs.Run("Simpson, weights 10 to 90 %, base halves", () => new SimpsonCount(), (chance, seen) => Play(chance, seen));
        var sheet = new Sheet(
            "Simpson's paradox",
            $"True lift 0, {Visitors:#,0} a day, 28 days; after day 14 the variant's weight goes from 10 to 90 % and the base rate from 5 to 2.5 %. "
            + "Pooled: all days added up, tested at the end at 5 %. Stratified: evidence of harm of 20.",
            "data", "mean estimate", "called a loser");
        sheet.Add("pooled", [Figure.Of(count.Pooled, claims[0], 100), Figure.Of(count.Losers[0], claims[1])]);
        sheet.Add("stratified, one look at the end", [Figure.Of(count.Stratified, null, 100), Figure.Of(count.Losers[1], claims[2])]);
        sheet.Add("stratified, any of 28 daily looks", [Figure.Of(count.Stratified, null, 100), Figure.Of(count.Losers[2], null)]);
        return new([sheet], []);
    }

    private static void Play(SplitMix chance, SimpsonCount count)
    {
        var tally = Tally<Proportion>.Empty;
        var harm = false;
        for (var day = 1; day <= Policies.Days; day++)
        {
            var late = day > Policies.Days / 2;
            var (weight, rate) = late ? (0.9, BaseRate / 2) : (0.1, BaseRate);
            tally = tally.With(new(
                [1 - weight, weight],
                [World.Draw(chance, Visitors * (1 - weight), rate), World.Draw(chance, Visitors * weight, rate)]));
            harm = harm || Conversions.At(tally, 1).LogWorse >= Policies.Odds20;
        }

        var (control, variant) = (Pool(0), Pool(1));
        var stratified = Conversions.At(tally, 1);
        count.Note(
            variant.Mean / control.Mean - 1, stratified.Lift ?? 0,
            [Comparison.PooledZ(control, variant) < -Policies.Five, stratified.LogWorse >= Policies.Odds20, harm]);

        Proportion Pool(int group) => tally.Strata.Aggregate(default(Proportion), (sum, stratum) => sum + stratum.Samples[group]);
    }
}
