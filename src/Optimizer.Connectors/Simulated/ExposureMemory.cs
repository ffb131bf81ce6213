using Optimizer.Domain.Experiments;

namespace Optimizer.Connectors.Simulated;

/// <summary>
/// Days of the experiment that is read now, worked out once: a past day changes only while late conversions come in, at midnight, and
/// the running one with every slot, so that a watch every quarter of an hour costs one day's draws each time.
/// </summary>
internal sealed class ExposureMemory
{
    private const int LateDays = 3;

    private readonly Dictionary<int, (int Age, int Slot, IReadOnlyList<ExposureDay> Entries)> _days = [];
    private readonly Dictionary<(int Day, SimulatedKpi Kpi), List<GroupDraw>> _draws = [];
    private string _experiment = "";

    /// <summary>Forgets days from the one given on.</summary>
    public void Forget(int from)
    {
        foreach (var day in _days.Keys.Where(day => day >= from).ToList())
        {
            _days.Remove(day);
        }

        foreach (var drawn in _draws.Keys.Where(drawn => drawn.Day >= from).ToList())
        {
            _draws.Remove(drawn);
        }
    }

    /// <param name="play">Whose market.</param>
    /// <param name="goal">The primary metric.</param>
    /// <param name="others">The other metrics.</param>
    /// <param name="experiment">Whose flag.</param>
    /// <param name="day">The assignment day.</param>
    /// <param name="today">The day of the read.</param>
    /// <param name="slot">Slots of today that are over.</param>
    public IReadOnlyList<ExposureDay> Day(
        SimulatedPlay play, SimulatedKpi goal, List<SimulatedKpi> others, string experiment, int day, int today, int slot)
    {
        if (_experiment != experiment)
        {
            _experiment = experiment;
            _days.Clear();
            _draws.Clear();
        }

        var age = Math.Min(LateDays, today - day);
        var reached = age == 0 ? slot : LocalDays.Slots;
        if (_days.TryGetValue(day, out var kept) && kept.Age == age && kept.Slot == reached)
        {
            return kept.Entries;
        }

        var entries = Entries(play, goal, others, experiment, day, age, reached);
        _days[day] = (age, reached, entries);
        return entries;
    }

    private List<ExposureDay> Entries(
        SimulatedPlay play, SimulatedKpi goal, List<SimulatedKpi> others, string experiment, int day, int age, int reached)
    {
        if (!play.Stretches(day).Exists(stretch => stretch.From < reached && SimulatedPlay.Dividing(stretch.State, experiment) is not null))
        {
            return [];
        }

        var metrics = new List<SimulatedKpi> { goal }.Concat(others).Select(kpi => (kpi, Groups: Groups(play, kpi, experiment, day, age, reached))).ToList();
        return [.. metrics[0].Groups.Select((entry, i) => new ExposureDay(
            DateOnly.FromDayNumber(day),
            entry.Weights,
            entry.Counts,
            metrics.Skip(1).ToDictionary(metric => metric.kpi.Kpi.Key, IReadOnlyList<GroupCount> (metric) => metric.Groups[i].Counts)))];
    }

    private List<(IReadOnlyList<double> Weights, GroupCount[] Counts)> Groups(
        SimulatedPlay play, SimulatedKpi kpi, string experiment, int day, int age, int reached)
    {
        var entries = new List<(IReadOnlyList<double> Weights, GroupCount[] Counts)>();
        foreach (var draw in Drawn(play, kpi, experiment, day, age))
        {
            if (draw.Flag is null || draw.From >= reached)
            {
                continue;
            }

            var entry = entries.FindIndex(known => known.Weights.SequenceEqual(draw.Flag.Weights));
            if (entry < 0)
            {
                entry = entries.Count;
                entries.Add((draw.Flag.Weights, new GroupCount[draw.Flag.Weights.Count]));
            }

            var counts = draw.Reached(reached);
            var acting = counts.Prompt + draw.LateAfter(counts.Late, age);
            ref var sum = ref entries[entry].Counts[draw.Group];
            var more = kpi.IsConversion ? GroupCount.Conversions(counts.Units, acting) : Amounts(draw, counts.Units, acting);
            sum = new(sum.Units + more.Units, sum.Sum + more.Sum, sum.SumOfSquares + more.SumOfSquares, sum.Active + more.Active);
        }

        return entries;
    }

    // The draws of a day say when within it everything comes, so they are the same for every slot until the play is changed.
    private List<GroupDraw> Drawn(SimulatedPlay play, SimulatedKpi kpi, string experiment, int day, int age)
    {
        if (!_draws.TryGetValue((day, kpi), out var draws))
        {
            draws = play.Draw(kpi, day, experiment);
            _draws.Add((day, kpi), draws);
        }

        if (age == LateDays)
        {
            _draws.Remove((day, kpi));
        }

        return draws;
    }

    private static GroupCount Amounts(GroupDraw draw, long units, long acting)
    {
        var (sum, squares) = draw.Amounts(acting);
        return new(units, sum, squares, acting);
    }
}
