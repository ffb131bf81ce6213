using System.Runtime.CompilerServices;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Reports;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Pages.Plays;

/// <summary>The last two weeks of a play's KPI, as the trail's readings tell them; read again when the play has moved on.</summary>
internal sealed class Sparks(ServedLoop loop)
{
    // A reading a day of a handful of KPIs; what lies further back is not looked for.
    private const int MostRecords = 100;

    private static readonly string[] Kinds = ["kpi.read", "anomaly.found"];

    // The board gives the same line until something changes.
    private readonly ConditionalWeakTable<PlayLine, Spark> _known = [];

    /// <param name="line">The play.</param>
    /// <param name="kpi">Key of the KPI.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Spark> ReadAsync(PlayLine line, string kpi, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(line, out var known) && known.Kpi == kpi)
        {
            return known;
        }

        var (records, first, last, read) = (new List<AuditRecord>(), (DateOnly?)null, (DateOnly?)null, 0);
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { Kinds = Kinds, NewestFirst = true, Play = line.Id }, cancellationToken))
        {
            if (SpanOf(record.Entry.Event, kpi) is var (from, to))
            {
                records.Add(record);
                (first, last) = (first is null || from < first ? from : first, last ?? to);
            }

            if (++read >= MostRecords || last?.DayNumber - first?.DayNumber >= MonitoringRules.RecentDays - 1)
            {
                break;
            }
        }

        var spark = new Spark(kpi, Days(kpi, records, last), records.Count > 0 ? records[0].Sequence : null);
        _known.AddOrUpdate(line, spark);
        return spark;
    }

    private static (DateOnly From, DateOnly To)? SpanOf(AuditEvent happened, string kpi) => happened switch
    {
        KpiRead { Figures: { } figures } read when read.Kpi == kpi => (read.Day.AddDays(1 - figures.Count), read.Day),
        AnomalyFound found when found.Kpi == kpi => (found.FirstDay, found.FirstDay.AddDays(found.Figures.Count - 1)),
        _ => null,
    };

    private static IReadOnlyList<double?> Days(string kpi, List<AuditRecord> newestFirst, DateOnly? last)
    {
        if (last is not { } day)
        {
            return [];
        }

        var figures = DailyFigures.Of(kpi, newestFirst.AsEnumerable().Reverse());
        return [.. Enumerable.Range(1 - MonitoringRules.RecentDays, MonitoringRules.RecentDays)
            .Select(back => figures.TryGetValue(day.AddDays(back), out var figure) ? figure : (double?)null)];
    }

    /// <param name="Kpi">Its key.</param>
    /// <param name="Days">Oldest first; null for a gap.</param>
    /// <param name="Record">Number of the record with the newest; null for none.</param>
    internal sealed record Spark(string Kpi, IReadOnlyList<double?> Days, long? Record);
}
