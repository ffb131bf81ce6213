using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>Draws the days of an experiment. Pure.</summary>
internal static class CoursePlots
{
    // An interval many times wider than the last would press everything else into a line.
    private const double WidestDrawn = 4;

    /// <summary>Gain with the edges of its always-valid interval, against none.</summary>
    public static Plot Gain(IReadOnlyList<EvidenceDay> days, int variant, DecisionRules rules)
    {
        var intervals = days.Select(day => day.Variants[variant].GainInterval).ToList();
        var last = intervals.LastOrDefault(interval => interval is { } known && double.IsFinite(known.Upper - known.Lower));
        var widest = last is { } narrow ? WidestDrawn * (narrow.Upper - narrow.Lower) : double.PositiveInfinity;
        bool IsDrawn(int day) => intervals[day] is { } known && known.Upper - known.Lower <= widest;
        var lows = days.Select((_, day) => IsDrawn(day) ? intervals[day]!.Value.Lower : (double?)null).ToList();
        var highs = days.Select((_, day) => IsDrawn(day) ? intervals[day]!.Value.Upper : (double?)null).ToList();
        var (least, most) = (lows.Min() ?? 0, highs.Max() ?? 0);
        var stated = rules.Stated;
        return new("Day", X(days),
        [
            new("Gain", "main", [.. days.Select((day, at) => IsDrawn(at) || intervals[at] is null ? day.Variants[variant].Look.Gain : null)]),
            new("Surely above", "low", lows),
            new("Surely below", "high", highs),
        ])
        {
            Limits = [new(0, "no difference", "soft"), .. new PlotMark[] { new(-stated.Drop30.Limit, "stated drop", "bad"), new(stated.Plus20.Limit, "stated win", "good") }
                .Where(limit => limit.At >= least && limit.At <= most)],
            Unit = "percent",
        };
    }

    /// <summary>Evidence as powers of ten: 0 is none, 1 is odds of 10.</summary>
    public static Plot Evidence(IReadOnlyList<EvidenceDay> days, int variant, DecisionRules rules) => new("Day", X(days),
    [
        new("Better", "good", [.. days.Select(day => Power(day.Variants[variant].Look.LogBetter))]),
        new("Worse", "bad", [.. days.Select(day => Power(day.Variants[variant].Look.LogWorse))]),
    ])
    {
        Limits = Limits(rules.LogProven(days[0].Variants.Count), Math.Log(rules.HarmOdds)),
    };

    /// <summary>Shares that were in force; null when they never changed.</summary>
    public static Plot? Allocation(IReadOnlyList<EvidenceDay> days, IReadOnlyList<string> names) =>
        days.All(day => day.Weights.SequenceEqual(days[0].Weights))
            ? null
            : new("Day", X(days), [.. names.Select((name, variant) => new PlotLine(name, variant == 0 ? "soft" : "main", [.. days.Select(day => (double?)day.Weights[variant])]))])
            {
                Unit = "percent",
            };

    /// <summary>Where the interval is too wide to be drawn.</summary>
    public static int Undrawn(Plot gain, IReadOnlyList<EvidenceDay> days, int variant) =>
        days.Where((day, at) => day.Variants[variant].GainInterval is not null && gain.Lines[1].Values[at] is null).Count();

    private static PlotMark[] Limits(double proven, double harm) => Math.Abs(proven - harm) < 1e-9
        ? [new(Power(proven), $"adopt or revert: 1 in {Words.Count(Math.Exp(proven))}", "soft")]
        : [new(Power(proven), $"adopt: 1 in {Words.Count(Math.Exp(proven))}", "good"), new(Power(harm), $"revert: 1 in {Words.Count(Math.Exp(harm))}", "bad")];

    private static List<double> X(IReadOnlyList<EvidenceDay> days) => [.. days.Select(day => Plot.Seconds(day.Date))];

    private static double Power(double logOdds) => Math.Max(0, logOdds / Math.Log(10));
}
