using Optimizer.Domain.Plays;
using Optimizer.Domain.Reports;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports.Activities;

namespace Optimizer.Workflows.Reports;

/// <summary>A play's page of the last seven days, as the weekly brief would say it now. It is neither kept nor sent.</summary>
public static class BriefDraft
{
    /// <param name="trail">What happened.</param>
    /// <param name="play">Whose page.</param>
    /// <param name="now">The days before its local date.</param>
    /// <param name="zone">Whose days.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Markdown.</returns>
    public static async Task<(ReportWeek Week, string Markdown)> WriteAsync(
        IAuditTrail trail, Play play, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trail);
        ArgumentNullException.ThrowIfNull(play);
        var week = ReportWeek.Before(now, zone);
        var (recent, before) = await WriteBrief.RecordsAsync(trail, play.Slug, week, cancellationToken);
        return (week, PlayBrief.Markdown(PlayWeek.Of(play, week, recent, before)));
    }
}
