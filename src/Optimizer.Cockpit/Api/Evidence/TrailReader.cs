using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Domain.Audit;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Evidence;

/// <summary>Pages through the audit trail, or streams all that a query finds.</summary>
internal sealed class TrailReader(ServedLoop loop)
{
    internal const string WantedTimes = "since and until take a day or a moment, such as 2026-03-01 or 2026-03-01T08:00Z";

    public const string Lines = "application/jsonl";

    private const string Name = "audit";

    /// <summary>The trail of one play.</summary>
    public async Task<IResult> HistoryAsync(HttpContext context, string slug) =>
        Slugs.IsOne(slug) && await loop.World.Plays.FindAsync(slug, context.RequestAborted) is not null
            ? await PageAsync(context, new() { Play = slug }, $"history/{slug}")
            : Problem.NotFound("play", slug);

    /// <summary>The trail, filtered; as JSON lines when the caller accepts those.</summary>
    public Task<IResult> AuditAsync(HttpContext context)
    {
        var read = Query(context.Request);
        return read.Value is not { } query ? Task.FromResult<IResult>(read.Refusal!)
            : context.Request.Headers.Accept.ToString() is var accept && (accept.Contains(Lines, StringComparison.OrdinalIgnoreCase) || accept.Contains("application/x-ndjson", StringComparison.OrdinalIgnoreCase))
            ? Task.FromResult<IResult>(new LinesAnswer(cancel => loop.World.Audit.ReadAsync(query, cancel).Select(Line), Lines))
            : PageAsync(context, query, Name);
    }

    /// <summary>The record at a place.</summary>
    public async Task<IResult> OneAsync(HttpContext context, long sequence) =>
        await loop.World.Audit.ReadAsync(new() { AfterSequence = sequence - 1 }, context.RequestAborted).FirstOrDefaultAsync(context.RequestAborted) is { } record && record.Sequence == sequence
            ? new JsonAnswer<TrailRecord>(TrailRecord.Of(record))
            : Problem.NotFound("record", sequence.ToString(CultureInfo.InvariantCulture));

    private static ReadOnlyMemory<byte> Line(AuditRecord record) =>
        Encoding.UTF8.GetBytes(TrailLines.Write(new ChainLink(record.Sequence, record.Key, record.Text, record.PreviousHash, record.Hash)));

    private static Reading<AuditQuery> Query(HttpRequest request)
    {
        var kinds = request.Query["kind"].SelectMany(each => (each ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        if (kinds.Except(AuditKinds.All).FirstOrDefault() is { } unknown)
        {
            return new Problem(400, "malformed", $"kind '{Shown.Of(unknown)}' is not known; the kinds are {string.Join(", ", AuditKinds.All)}");
        }

        if (!TryTime(request, "since", out var since) || !TryTime(request, "until", out var until))
        {
            return new Problem(400, "malformed", WantedTimes);
        }

        return new AuditQuery
        {
            Experiment = Text(request, "experiment"),
            Kinds = kinds.Length == 0 ? null : kinds,
            Play = Text(request, "play"),
            Since = since,
            Until = until,
        };
    }

    internal static string? Text(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } text, ..] ? text : null;

    internal static bool TryTime(HttpRequest request, string name, out DateTimeOffset? time)
    {
        time = null;
        if (Text(request, name) is not { } text)
        {
            return true;
        }

        var isRead = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read);
        time = isRead ? read : null;
        return isRead;
    }

    private async Task<IResult> PageAsync(HttpContext context, AuditQuery query, string list)
    {
        var paging = Paging.Of(context.Request, list);
        if (paging.Value is not { } page || page.Numbered().Refusal is not null)
        {
            return paging.Refusal ?? paging.Value!.Numbered().Refusal!;
        }

        var records = await loop.World.Audit.ReadAsync(query with { AfterSequence = page.AfterNumber }, context.RequestAborted)
            .Take(page.Limit + 1).ToListAsync(context.RequestAborted);
        var shown = records.Take(page.Limit).Select(TrailRecord.Of).ToList();
        return new JsonAnswer<Listed<TrailRecord>>(new(
            shown, records.Count > page.Limit ? Paging.Cursor(list, shown[^1].Sequence.ToString(CultureInfo.InvariantCulture)) : null));
    }
}
