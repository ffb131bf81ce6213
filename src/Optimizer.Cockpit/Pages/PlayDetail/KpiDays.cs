using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>The last months of a play's primary KPIs, as the trail's readings tell them, with what happened meanwhile.</summary>
internal sealed class KpiDays(ServedLoop loop)
{
    private const int MostRecords = 500;
    private const int MostEvents = 40;

    private static readonly TimeSpan Shown = TimeSpan.FromDays(120);
    private static readonly string[] Readings = ["anomaly.found", "kpi.read"];
    private static readonly string[] Happened = ["change.adopted", "experiment.ended", "experiment.started", "play.converged", "play.paused", "play.resumed"];

    public async Task<IReadOnlyList<KpiPart>> ReadAsync(PlayAnswer play, Play definition, CancellationToken cancellationToken)
    {
        var since = loop.Clock.GetUtcNow() - Shown;
        var readings = await NewestAsync(play.Id, Readings, MostRecords, since, cancellationToken);
        var events = (await NewestAsync(play.Id, Happened, MostEvents, since, cancellationToken)).Select(Mark).OfType<PlotMark>().OrderBy(mark => mark.At).ToList();
        readings.Reverse();
        return
        [
            .. definition.Primary.Select(kpi =>
            {
                var part = new KpiPart(kpi, play.Kpis.FirstOrDefault(stand => stand.Kpi == kpi.Key), readings.FindLast(record => IsOf(record, kpi.Key))?.Sequence, null);
                return part with { Plot = KpiPlot.Of(kpi, definition.Monitor, DailyFigures.Of(kpi.Key, readings), part.Baseline, events) };
            }),
        ];
    }

    private static bool IsOf(AuditRecord record, string kpi) => record.Entry.Event switch
    {
        KpiRead read => read.Kpi == kpi,
        AnomalyFound found => found.Kpi == kpi,
        _ => false,
    };

    private static PlotMark? Mark(AuditRecord record)
    {
        var name = record.Entry.Experiment ?? "";
        return record.Entry.Event switch
        {
            ExperimentStarted => new(At(record), $"{name} starts", "soft"),
            ExperimentEnded { End: Domain.Decisions.DecisionKind.Revert or Domain.Decisions.DecisionKind.Halt } => new(At(record), $"{name} stopped", "bad"),
            ExperimentEnded => new(At(record), $"{name} ends", "soft"),
            ChangeAdopted => new(At(record), $"{name} adopted", "good"),
            PlayConverged => new(At(record), "converged", "good"),
            PlayPaused => new(At(record), "paused", "bad"),
            PlayResumed => new(At(record), "resumed", "soft"),
            _ => null,
        };
    }

    private static double At(AuditRecord record) => record.Entry.At.ToUnixTimeSeconds();

    private async Task<List<AuditRecord>> NewestAsync(string slug, string[] kinds, int most, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { Kinds = kinds, NewestFirst = true, Play = slug }, cancellationToken))
        {
            if (record.Entry.At < since || records.Count == most)
            {
                break;
            }

            records.Add(record);
        }

        return records;
    }
}
