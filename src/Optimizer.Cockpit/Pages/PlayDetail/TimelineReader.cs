using System.Globalization;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Pages.Shell;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>Reads a page of a play's timeline, never more of the trail than that.</summary>
internal sealed class TimelineReader(ServedLoop loop)
{
    public const int PerPage = 50;

    // Years of quiet days are one line; they are not all read for one page.
    private const int MostRecords = 1_500;

    public async Task<TimelinePart> ReadAsync(string slug, IQueryCollection query, CancellationToken cancellationToken)
    {
        var kind = TimelineKind.Of(query["kind"].ToString());
        var before = long.TryParse(query["before"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : (long?)null;
        var (timeline, read, oldest, isMore) = (new Timeline(PerPage), 0, 0L, false);
        var search = new Workflows.Ports.AuditQuery { BeforeSequence = before, Kinds = kind?.Kinds.ToArray(), NewestFirst = true, Play = slug };
        await foreach (var record in loop.Reads.Audit.ReadAsync(search, cancellationToken))
        {
            if (read++ >= MostRecords || !timeline.Take(record))
            {
                isMore = true;
                break;
            }

            oldest = record.Sequence;
        }

        return new(timeline.Items(), kind, before is null, isMore ? Address(slug, kind, oldest) : null);
    }

    private static string Address(string slug, TimelineKind? kind, long before) =>
        FormattableString.Invariant($"{Href.Play(slug)}?{(kind is null ? "" : $"kind={kind.Key}&")}before={before}#timeline");
}
