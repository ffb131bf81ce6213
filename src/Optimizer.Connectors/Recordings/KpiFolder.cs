using Optimizer.Connectors.Files;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Recordings;

/// <summary>
/// KPIs of every play from a folder that somebody else fills: SLUG.csv or SLUG.csv.gz with a column of the day, one per KPI key, and, where
/// known, one per event name with its count. A file is read again when it changed; replace it by a rename, or append to it. Thread safe.
/// </summary>
/// <param name="folder">Where the files are; it need not exist yet.</param>
/// <param name="clock">What the age of a file is counted by.</param>
public sealed class KpiFolder(string folder, TimeProvider clock) : IKpiSource
{
    /// <summary>Its name in the data directory.</summary>
    public const string Name = "kpis";

    private const int FreshDays = 7;
    private const int MostShown = 20;
    private readonly KpiTables _tables = new(clock);

    /// <summary>The file of a play, whether it is there or not.</summary>
    /// <param name="folder">The folder of KPIs.</param>
    /// <param name="slug">The play's.</param>
    /// <exception cref="FileFaultException">There are two.</exception>
    public static string FileOf(string folder, string slug)
    {
        var plain = Path.Combine(folder, $"{slug}.csv");
        var zipped = $"{plain}.gz";
        return !File.Exists(zipped) ? plain
            : !File.Exists(plain) ? zipped
            : throw new FileFaultException(plain, null, null, $"there is {Path.GetFileName(zipped)} too, and only one of them can be right; remove the other");
    }

    /// <summary>
    /// A play without a file, without a column for a goal, or whose goal has no figure in the last seven days is not tracked (S0-063).
    /// </summary>
    /// <exception cref="FileFaultException">The file cannot be used; the message names file, line and column.</exception>
    public Task<string?> FaultAsync(Play play, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        cancellationToken.ThrowIfCancellationRequested();
        var measured = play.Primary.Where(kpi => kpi.Measure.IsTracked).Select(kpi => kpi.Key).ToList();
        if (measured.Count == 0)
        {
            return Task.FromResult<string?>(null);
        }

        if (Table(play) is not { } table)
        {
            return Task.FromResult<string?>(
                $"There is no {FileOf(folder, play.Slug)}: write it, a row a day, with the columns date, {string.Join(", ", measured)}.");
        }

        var absent = measured.Where(key => !table.Has(key)).ToList();
        return Task.FromResult(absent.Count > 0 ? Absent(table, absent) : measured.Select(key => Stale(table, key, last)).FirstOrDefault(text => text is not null));
    }

    public Task<IReadOnlyList<KpiPoint>> ReadAsync(Play play, PlayKpi kpi, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<KpiPoint>>(
            [.. (Table(play)?.Between(kpi.Key, first, last) ?? []).Select(pair => new KpiPoint(pair.Day, pair.Figure))]);
    }

    /// <summary>
    /// Sums of the events' own columns. An event without one counts as seen once while a KPI that is made of it has a figure in those days:
    /// no number of units is made up.
    /// </summary>
    public Task<IReadOnlyDictionary<string, long>> CountAsync(
        Play play, IReadOnlyList<string> events, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(events);
        cancellationToken.ThrowIfCancellationRequested();
        var table = Table(play);
        return Task.FromResult<IReadOnlyDictionary<string, long>>(
            events.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => table is null ? 0 : Count(play, table, name, first, last)));
    }

    public Task<int> DaysAsync(Play play, PlayKpi kpi, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Table(play)?.Between(kpi.Key, DateOnly.MinValue, last).Count() ?? 0);
    }

    private static string Absent(KpiTable table, List<string> absent)
    {
        using var reader = DelimitedFile.Open(table.File);
        return $"{table.File} has no column {string.Join(", ", absent)}: add it, or rename the one that holds it; the columns are {string.Join(", ", reader.Header.Take(MostShown))}.";
    }

    private static string? Stale(KpiTable table, string key, DateOnly last) => table.LastDay(key, last) switch
    {
        null => $"{table.File} has no figure of {key} up to {last:yyyy-MM-dd}: let the job that writes it run.",
        { } day when day.DayNumber <= last.DayNumber - FreshDays =>
            $"{table.File} has no figure of {key} after {day:yyyy-MM-dd}, {Domain.Words.Days(last.DayNumber - day.DayNumber)} before {last:yyyy-MM-dd}: let the job that writes it run.",
        _ => null,
    };

    private static long Count(Play play, KpiTable table, string name, DateOnly first, DateOnly last) =>
        table.Has(name)
            ? (long)Math.Min(table.Between(name, first, last).Sum(pair => Math.Floor(pair.Figure)), 1e18)
            : play.Kpis.Any(kpi => kpi.Measure.Events.Contains(name, StringComparer.Ordinal) && table.Between(kpi.Key, first, last).Any()) ? 1 : 0;

    private KpiTable? Table(Play play)
    {
        ArgumentNullException.ThrowIfNull(play);
        return _tables.Find(
            FileOf(folder, play.Slug),
            [.. play.Kpis.Select(kpi => kpi.Key).Concat(play.Kpis.SelectMany(kpi => kpi.Measure.Events)).Distinct(StringComparer.Ordinal)]);
    }
}
