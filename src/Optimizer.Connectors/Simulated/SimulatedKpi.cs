using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;

namespace Optimizer.Connectors.Simulated;

/// <summary>The truth about one KPI of one play: its level on every day with nothing changed, and how it answers to changes.</summary>
internal sealed class SimulatedKpi
{
    private const double DaysOfQuarter = 91;
    private const int EpochDays = 28;
    private const int LongestShock = 7 * EpochDays;
    private const double ShockPerEpoch = 0.22;
    private const double SideHarm = 0.1;
    private const double MostLikely = 0.95;

    // Fatigue does not go on for ever: what is left of the level in the long run.
    private const double Floor = 0.6;

    private readonly double _decay;
    private readonly double[] _weekdays;
    private readonly double _noise;
    private readonly double _shockRate;
    private readonly ulong _key;
    private readonly bool _levelMovesRate;
    private readonly double _response;
    private readonly double _rate;
    private readonly double _amount;
    private readonly List<double> _cache = [];
    private (int Day, double Level) _last = (-1, 0);

    public SimulatedKpi(ulong playKey, PlayKpi kpi, bool isGoal, MarketSettings settings)
    {
        Kpi = kpi;
        IsGoal = isGoal;
        _key = Chance.Key(playKey, kpi.Key);
        (Shape, _levelMovesRate) = ShapeOf(kpi);
        var chance = new Chance(_key);
        _decay = settings.DecayPerQuarter ?? chance.Between(0, 0.04);
        _noise = settings.DayNoise ?? chance.Between(0.03, 0.06);
        _shockRate = settings.ShockRate;
        _response = isGoal ? 1 : chance.Between(0, 0.25);
        MissingShare = settings.MissingDays ?? chance.Between(0.01, 0.02);
        LateShare = settings.LateShare ?? chance.Between(0, 0.3);
        var swing = chance.Between(0.02, 0.12);
        _weekdays = Weekdays(ref chance, swing);
        (_rate, _amount) = Base(ref chance, isGoal ? settings.BaseLevel : null);
    }

    public PlayKpi Kpi { get; }

    public bool IsGoal { get; }

    public KpiShape Shape { get; }

    public bool IsConversion => Shape is KpiShape.Share or KpiShape.Number;

    public double LateShare { get; }

    public double MissingShare { get; }

    public ulong MetricKey => _key;

    /// <summary>Figures of days already worked out, by day since history began; NaN where not yet.</summary>
    public List<double> Cache => _cache;

    /// <summary>Share of units that act, and what one of them is worth, at that factor of the first level.</summary>
    public (double Chance, double Amount) Unit(double factor) => _levelMovesRate
        ? (Math.Min(MostLikely, _rate * factor), _amount)
        : (_rate, _amount * factor);

    /// <summary>A figure per unit in the KPI's own unit.</summary>
    public double PerUnit(double factor)
    {
        var (chance, amount) = Unit(factor);
        return Scale(IsConversion ? chance : chance * amount);
    }

    public double Scale(double figure) => Shape == KpiShape.Share && Kpi.Unit == "pp" ? figure * 100 : figure;

    public bool IsMissing(int day) => new Chance(Chance.Key(Chance.Key(_key, "missing"), (ulong)day)).Uniform() < MissingShare;

    /// <summary>Factor of the first level on that day with nothing changed: weekday, fatigue, shocks, the day's own noise.</summary>
    public double Level(int day, int start)
    {
        if (_last.Day != day)
        {
            var trend = Floor + ((1 - Floor) * Math.Exp(-_decay * (day - start) / (DaysOfQuarter * (1 - Floor))));
            var noise = Math.Exp((_noise * new Chance(Chance.Key(Chance.Key(_key, "day"), (ulong)day)).Normal()) - (_noise * _noise / 2));
            _last = (day, _weekdays[day % _weekdays.Length] * trend * Shocks(day) * noise);
        }

        return _last.Level;
    }

    /// <summary>What a setting does to this KPI as a factor, so many days after anybody first met it.</summary>
    public double Factor(TrueEffect effect, string variable, string json, int days)
    {
        var gain = _response * effect.After(days);
        if (!IsGoal && effect.Gain > 0.02)
        {
            var chance = new Chance(Chance.Key(Chance.Key(_key, variable), json));
            gain -= chance.Uniform() < SideHarm ? chance.Between(0.06, 0.2) : 0;
        }

        return Kpi.Direction == KpiDirection.HigherIsBetter ? 1 + gain : 1 - gain;
    }

    private double Shocks(int day)
    {
        var factor = 1.0;
        for (var epoch = (day - LongestShock) / EpochDays; epoch <= day / EpochDays; epoch++)
        {
            var chance = new Chance(Chance.Key(Chance.Key(_key, "shock"), (ulong)epoch));
            if (chance.Uniform() >= ShockPerEpoch * _shockRate)
            {
                continue;
            }

            var from = (epoch * EpochDays) + (int)chance.Between(0, EpochDays);
            var size = chance.Uniform() < 0.7 ? -chance.Between(0.25, 0.45) : chance.Between(0.5, 0.7);
            var days = (int)(chance.Uniform() < 0.6 ? chance.Between(5, 21) : chance.Between(60, LongestShock - EpochDays));
            factor *= day >= from && day < from + days ? 1 + size : 1;
        }

        return factor;
    }

    private static double[] Weekdays(ref Chance chance, double swing)
    {
        var indices = new double[7];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = 1 + (swing * ((2 * chance.Uniform()) - 1));
        }

        var mean = indices.Average();
        return [.. indices.Select(index => index / mean)];
    }

    private (double Rate, double Amount) Base(ref Chance chance, double? level)
    {
        // Below its target, as goals are; a target that no unit could reach is not one of a unit.
        var below = chance.Between(0.6, 1);
        var drawn = Math.Exp(chance.Between(Math.Log(0.02), Math.Log(0.3)));
        var worth = Math.Exp(chance.Between(Math.Log(5), Math.Log(200)));
        var target = Kpi.Target?.Value is { } value && value > 0 ? value * below / (Kpi.Unit == "pp" ? 100 : 1) : (double?)null;
        if (IsConversion)
        {
            return (level ?? (Shape == KpiShape.Share && target is > 0.0005 and < 0.7 ? target.Value : drawn), 1);
        }

        var rate = _levelMovesRate ? Math.Max(0.05, drawn) : 0.9;
        return (rate, (level ?? target ?? (worth * rate)) / rate);
    }

    private static (KpiShape Shape, bool LevelMovesRate) ShapeOf(PlayKpi kpi) => kpi.Form switch
    {
        KpiForm.Rate => (KpiShape.Share, true),
        KpiForm.Count => (KpiShape.Number, true),
        KpiForm.Lift or KpiForm.Growth or KpiForm.Ratio or KpiForm.Score when kpi.Unit is "fraction" or "pp" => (KpiShape.Share, true),
        KpiForm.Lift or KpiForm.Growth or KpiForm.Ratio or KpiForm.Score or KpiForm.Duration => (KpiShape.MeanAmount, false),
        KpiForm.Cost => (kpi.Measure.Type == MeasureType.Sum ? KpiShape.TotalAmount : KpiShape.MeanAmount, false),
        KpiForm.Revenue => (kpi.Measure.Type == MeasureType.Sum ? KpiShape.TotalAmount : KpiShape.MeanAmount, true),
        _ => throw new ArgumentOutOfRangeException(nameof(kpi), kpi.Form, "unknown form of KPI"),
    };
}
