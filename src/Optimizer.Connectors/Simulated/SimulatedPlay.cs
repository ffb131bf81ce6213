using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>One play's part of the market: its truth, what was done to it, and the days that follow from both. Not thread-safe.</summary>
internal sealed class SimulatedPlay
{
    /// <summary>What a variable is set to when the definition does not say.</summary>
    public const string AsIs = """{"move":"as_is"}""";

    private const double TrafficNoise = 0.05;

    private readonly ulong _key;
    private readonly MarketSettings _settings;
    private readonly Dictionary<string, SimulatedKpi> _kpis = new(StringComparer.Ordinal);
    private readonly Dictionary<VariableSetting, TrueEffect> _effects = [];
    private readonly double _traffic;
    private readonly double[] _trafficWeekdays;
    private readonly DateTimeOffset _start;
    private Play? _play;
    private string _goal = "";

    public SimulatedPlay(MarketOptions options, string slug)
    {
        _key = Chance.Key(options.Seed, slug);
        _settings = options.Settings.GetValueOrDefault(slug) ?? new();
        _start = options.Start;
        var chance = new Chance(Chance.Key(_key, "traffic"));
        _traffic = Math.Exp(chance.Between(Math.Log(150), Math.Log(3000)));
        _traffic = _settings.DailyUnits ?? _traffic;
        var swing = chance.Between(0.05, 0.3);
        _trafficWeekdays = Weekdays(ref chance, swing);
        Days = new("UTC");
        FirstDay = DateOnly.FromDateTime(options.Start.UtcDateTime).DayNumber - options.HistoryDays;
        HistoryDays = options.HistoryDays;
    }

    public LocalDays Days { get; private set; }

    public int FirstDay { get; private set; }

    public int HistoryDays { get; }

    public int StartDay => FirstDay + HistoryDays;

    public Timeline Timeline { get; } = new();

    public MarketSettings Settings => _settings;

    public ExposureMemory Exposed { get; } = new();

    /// <summary>The KPI's truth; the definition's time zone counts from the first time that it is named.</summary>
    public SimulatedKpi Kpi(Play play, PlayKpi kpi)
    {
        Know(play);
        if (!_kpis.TryGetValue(kpi.Key, out var known))
        {
            known = new(_key, kpi, kpi.Key == _goal, _settings);
            _kpis.Add(kpi.Key, known);
        }

        return known;
    }

    public void Know(Play play)
    {
        if (ReferenceEquals(play, _play))
        {
            return;
        }

        _play = play;
        _goal = play.Primary.First().Key;
        if (Days.TimeZone != play.Monitor.TimeZone)
        {
            Days = new(play.Monitor.TimeZone);
            FirstDay = Days.Place(_start).Day - HistoryDays;
            Forget(_start.AddYears(-10));
        }
    }

    /// <summary>Forgets figures that a change from that moment on may have made others.</summary>
    public void Forget(DateTimeOffset from)
    {
        var first = Math.Max(0, Days.Place(from).Day - FirstDay);
        foreach (var kpi in _kpis.Values.Where(kpi => kpi.Cache.Count > first))
        {
            kpi.Cache.RemoveRange(first, kpi.Cache.Count - first);
        }

        Exposed.Forget(Days.Place(from).Day);
    }

    public string Initial(string variable) => _play?.Variables.FirstOrDefault(known => known.Key == variable)?.Current ?? AsIs;

    public TrueEffect Effect(VariableSetting setting)
    {
        if (!_effects.TryGetValue(setting, out var effect))
        {
            effect = setting.Json == Initial(setting.Variable) ? default : TrueEffect.Of(_key, setting.Variable, setting.Json, _settings.EffectScale);
            _effects.Add(setting, effect);
        }

        return effect;
    }

    public long Units(int day) => (long)Math.Round(ExpectedUnits(day));

    /// <summary>Units of that day, the day's own noise included.</summary>
    public double ExpectedUnits(int day)
    {
        var noise = new Chance(Chance.Key(Chance.Key(_key, "units"), (ulong)day)).Normal();
        return _traffic * _trafficWeekdays[WeekdayOf(day)] * Math.Exp((TrafficNoise * noise) - (TrafficNoise * TrafficNoise / 2));
    }

    /// <summary>Factor of a KPI's first level for one group: the day's own, times every setting that the group lives under.</summary>
    public double Factor(SimulatedKpi kpi, int day, MarketState state, FlagState? dividing, int group)
    {
        var factor = kpi.Level(day, StartDay);
        foreach (var setting in state.Settings)
        {
            factor *= dividing?.Settings[group].Variable == setting.Variable ? 1 : Factor(kpi, day, setting);
        }

        if (dividing is not null)
        {
            factor *= Factor(kpi, day, dividing.Settings[group]);
        }

        foreach (var other in state.Flags.Where(flag => flag.Enabled && flag != dividing))
        {
            // A second division of the same units, which the loop never makes: its variants are met in their shares.
            var basis = state.Applied(other.Settings[0].Variable) is { } applied ? Factor(kpi, day, applied) : 1;
            factor *= other.Settings.Select((setting, i) => other.Weights[i] * Factor(kpi, day, setting)).Sum() / basis;
        }

        return factor;
    }

    /// <summary>The groups of a day, stretch by stretch.</summary>
    /// <param name="kpi">What they are watched for.</param>
    /// <param name="day">The day.</param>
    /// <param name="experiment">Whose flag divides; null for whichever is live.</param>
    public List<GroupDraw> Draw(SimulatedKpi kpi, int day, string? experiment)
    {
        var stretches = Stretches(day);
        var draws = new List<GroupDraw>(stretches.Count);
        var left = Units(day);
        var dayKey = Chance.Key(Chance.Key(_key, "day"), (ulong)day);
        for (var i = 0; i < stretches.Count; i++)
        {
            var (from, state) = stretches[i];
            var until = i + 1 < stretches.Count ? stretches[i + 1].From : LocalDays.Slots;
            var flag = Dividing(state, experiment);
            var key = Chance.Key(Chance.Key(dayKey, (ulong)from), flag?.Experiment ?? "");
            var (unassigned, weight, came) = (left, 1.0, 0L);
            for (var group = 0; group < (flag?.Weights.Count ?? 1); group++)
            {
                var groupKey = Chance.Key(key, (ulong)group);
                var share = flag is null || group == flag.Weights.Count - 1 ? 1 : flag.Weights[group] / weight;
                var units = new Chance(groupKey).Binomial(unassigned, Math.Min(1, share));
                unassigned -= units;
                weight = Math.Max(1e-12, weight - (flag?.Weights[group] ?? 1));
                var draw = Draw(kpi, day, state, flag, group, from, until, units, groupKey);
                came += until == LocalDays.Slots ? units : draw.Reached(until).Units;
                draws.Add(draw);
            }

            left -= came;
        }

        return draws;
    }

    /// <summary>States of a day and the slots they begin at; of two in one slot the later counts.</summary>
    public List<(int From, MarketState State)> Stretches(int day)
    {
        var states = Timeline.Between(Days.Start(day), Days.Start(day + 1));
        var stretches = new List<(int From, MarketState State)>(states.Length) { (0, states[0]) };
        foreach (var state in states[1..])
        {
            var slot = Days.Place(state.At).Slot;
            if (stretches[^1].From == slot)
            {
                stretches.RemoveAt(stretches.Count - 1);
            }

            stretches.Add((slot, state));
        }

        return stretches;
    }

    public static FlagState? Dividing(MarketState state, string? experiment)
    {
        foreach (var flag in state.Flags)
        {
            if (flag.Enabled && (experiment is null || flag.Experiment == experiment))
            {
                return flag;
            }
        }

        return null;
    }

    private GroupDraw Draw(
        SimulatedKpi kpi, int day, MarketState state, FlagState? flag, int group, int from, int until, long units, ulong groupKey)
    {
        var (chance, amount) = kpi.Unit(Factor(kpi, day, state, flag, group));
        var metricKey = Chance.Key(groupKey, kpi.MetricKey);
        var draws = new Chance(metricKey);
        var acting = draws.Binomial(units, chance);
        var late = draws.Binomial(acting, kpi.LateShare);
        return new(flag, group, from, until, new(units, acting - late, late), amount, groupKey, metricKey);
    }

    private double Factor(SimulatedKpi kpi, int day, VariableSetting setting)
    {
        var effect = Effect(setting);
        var since = Timeline.FirstSeen(setting) is { } seen && effect.Novelty != 0 ? day - Days.Place(seen).Day : 0;
        return kpi.Factor(effect, setting.Variable, setting.Json, since);
    }

    // Day 0 of the calendar, 1 January of year 1, is a Monday.
    private static int WeekdayOf(int day) => day % 7;

    // Weekends are quieter; every day differs a little besides.
    private static double[] Weekdays(ref Chance chance, double swing)
    {
        var indices = new double[7];
        for (var day = 0; day < indices.Length; day++)
        {
            indices[day] = chance.Between(0.95, 1.05) - (day > 4 ? swing : 0);
        }

        var mean = indices.Average();
        return [.. indices.Select(index => index / mean)];
    }
}
