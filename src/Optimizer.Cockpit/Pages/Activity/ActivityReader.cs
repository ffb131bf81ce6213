using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Pages.Activity;

/// <summary>Gathers what the pages of the trail show.</summary>
internal sealed class ActivityReader(ServedLoop loop)
{
    private const int PerPage = 50;

    // A day's records may stand a little out of their order: a record that is older by more ends the search.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    public async Task<ActivityModel> ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (group, play, experiment, since) = (ActivityGroup.Of(query["kind"]), query["play"].ToString().Trim(), query["experiment"].ToString().Trim(), query["since"].ToString().Trim());
        long? before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        DateTimeOffset? from = DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
        var rows = await ReadAsync(
            new() { BeforeSequence = before, Experiment = experiment.Length > 0 ? experiment : null, Kinds = group.Kinds, Play = play.Length > 0 ? play : null }, from, PerPage + 1, context.RequestAborted);
        var next = rows.Count > PerPage
            ? QueryHelpers.AddQueryString("/activity", new Dictionary<string, string?> { ["kind"] = group.Key, ["play"] = play, ["experiment"] = experiment, ["since"] = since, ["before"] = rows[PerPage - 1].Sequence.ToString(CultureInfo.InvariantCulture) })
            : null;
        return new(group, play, experiment, since, [.. rows.Take(PerPage)], next, since.Length > 0 && from is null ? $"'{since}' is no day or moment, such as 2026-03-01 or 2026-03-01T08:00Z; it was left out." : null);
    }

    /// <summary>The newest records of a query, from a moment on.</summary>
    public async Task<IReadOnlyList<TrailRow>> ReadAsync(AuditQuery query, DateTimeOffset? since, int most, CancellationToken cancellationToken) =>
        [.. (await RecordsAsync(query, since, most, cancellationToken)).Select(TrailRow.Of)];

    /// <summary>The newest records of a query, from a moment on, newest first.</summary>
    public async Task<IReadOnlyList<AuditRecord>> RecordsAsync(AuditQuery query, DateTimeOffset? since, int most, CancellationToken cancellationToken)
    {
        var records = new List<AuditRecord>();
        await foreach (var record in loop.Reads.Audit.ReadAsync(query with { NewestFirst = true }, cancellationToken))
        {
            if (record.Entry.At < since - Slack || records.Count == most)
            {
                break;
            }

            if (!(record.Entry.At < since))
            {
                records.Add(record);
            }
        }

        return records;
    }

    /// <summary>The record of a number; null when there is none.</summary>
    public async Task<RecordModel?> RecordAsync(string sequence, CancellationToken cancellationToken) =>
        long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        && await RecordsAsync(new() { AfterSequence = number - 1, BeforeSequence = number + 1 }, null, 1, cancellationToken) is [var record, ..]
            ? await ExplainedAsync(record, cancellationToken)
            : null;

    /// <summary>The record of a decision on evidence; null when there is none.</summary>
    public async Task<RecordModel?> DecisionAsync(string id, CancellationToken cancellationToken)
    {
        var dot = id.LastIndexOf('.');
        if (dot <= 0)
        {
            return null;
        }

        await foreach (var record in loop.Reads.Audit.ReadAsync(new() { Experiment = id[..dot], Kinds = ["decision.made"], NewestFirst = true }, cancellationToken))
        {
            if (record.Entry.Event is DecisionMade { Record.Id: var made } && made == id)
            {
                return await ExplainedAsync(record, cancellationToken);
            }
        }

        return null;
    }

    private async Task<RecordModel> ExplainedAsync(AuditRecord record, CancellationToken cancellationToken) => new(
        record,
        await WhyReport.OfAsync(loop.Reads.Audit, record, cancellationToken),
        record.Entry.Event is DecisionMade or RulingGiven or AnomalyFound ? await new Replay(loop.Reads.Audit, loop.Reads.Plays).OfAsync(record, cancellationToken) : null);
}
