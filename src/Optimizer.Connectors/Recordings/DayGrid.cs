using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Connectors.Recordings;

/// <summary>One cell per day and variant while a file is read; memory grows with the days, not with the rows.</summary>
/// <typeparam name="TCell">What is gathered.</typeparam>
internal sealed class DayGrid<TCell>
    where TCell : class, new()
{
    private readonly SortedDictionary<int, List<TCell?>> _days = [];
    private List<TCell?> _last = [];
    private int _lastDay = int.MinValue;

    /// <summary>The cell, made on first use.</summary>
    public TCell At(int day, int variant)
    {
        if (day != _lastDay)
        {
            if (!_days.TryGetValue(day, out var found))
            {
                _days.Add(day, found = []);
            }

            (_last, _lastDay) = (found, day);
        }

        while (_last.Count <= variant)
        {
            _last.Add(null);
        }

        return _last[variant] ??= new();
    }

    public IEnumerable<TCell> Cells => _days.Values.SelectMany(row => row).OfType<TCell>();

    /// <summary>The first two days that follow each other with more than so many days between; null when there are none.</summary>
    public (int Before, int After)? Gap(int longest)
    {
        int? before = null;
        foreach (var day in _days.Keys)
        {
            if (before is { } last && day - last > longest + 1)
            {
                return (last, day);
            }

            before = day;
        }

        return null;
    }

    /// <summary>Days in order, the empty ones between them included, variants in the wanted order.</summary>
    public IReadOnlyList<ExperimentDay<TSample>> Days<TSample>(
        IReadOnlyList<int> order, IReadOnlyList<double> weights, Func<TCell, TSample> sample)
        where TSample : struct, IMergeableSample<TSample>
    {
        var days = new List<ExperimentDay<TSample>>();
        var next = _days.Keys.First();
        foreach (var (day, row) in _days)
        {
            for (; next < day; next++)
            {
                days.Add(new(weights, new TSample[order.Count]));
            }

            next = day + 1;
            days.Add(new(weights, [.. order.Select(variant => variant < row.Count && row[variant] is { } cell ? sample(cell) : default)]));
        }

        return days;
    }
}
