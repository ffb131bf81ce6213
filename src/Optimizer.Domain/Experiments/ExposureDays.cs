namespace Optimizer.Domain.Experiments;

/// <summary>Brings what a source tells into one entry a day.</summary>
public static class ExposureDays
{
    /// <summary>
    /// One entry per assignment day, oldest first. A day on which the shares were changed comes in several stretches: their counts are added,
    /// and their shares averaged by units, which is the split that so many units were to have.
    /// </summary>
    public static IReadOnlyList<ExposureDay> Whole(IReadOnlyList<ExposureDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        for (var i = 1; i < days.Count; i++)
        {
            if (days[i].Day <= days[i - 1].Day)
            {
                return [.. days.GroupBy(day => day.Day).OrderBy(day => day.Key).Select(day => Merge([.. day]))];
            }
        }

        return days;
    }

    /// <summary>How many days there are, however often the shares were changed on one.</summary>
    public static int Count(IReadOnlyList<ExposureDay> days) => days.DistinctBy(day => day.Day).Count();

    private static ExposureDay Merge(IReadOnlyList<ExposureDay> stretches)
    {
        if (stretches is [var only])
        {
            return only;
        }

        var units = stretches.Select(stretch => (double)stretch.Groups.Sum(group => group.Units)).ToList();
        var all = units.Sum();
        var weights = stretches[0].Weights.Select((_, group) => all == 0
            ? stretches[^1].Weights[group]
            : stretches.Select((stretch, i) => stretch.Weights[group] * units[i]).Sum() / all);
        return new(
            stretches[0].Day, [.. weights], Add(stretches.Select(stretch => stretch.Groups)),
            stretches[0].Others.Keys.Where(metric => stretches.All(stretch => stretch.Others.ContainsKey(metric)))
                .ToDictionary(metric => metric, metric => Add(stretches.Select(stretch => stretch.Others[metric]))));
    }

    private static IReadOnlyList<GroupCount> Add(IEnumerable<IReadOnlyList<GroupCount>> counts) => counts.Aggregate((left, right) =>
        [.. left.Zip(right, (one, other) => new GroupCount(one.Units + other.Units, one.Sum + other.Sum, one.SumOfSquares + other.SumOfSquares, one.Active + other.Active))]);
}
