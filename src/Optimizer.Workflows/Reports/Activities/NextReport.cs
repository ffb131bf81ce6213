using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Reports.Activities;

/// <summary>The next week to report on, by the zone's rules as this machine knows them.</summary>
public static class NextReport
{
    public static Activity<ReportAsked, ReportWeek> Handle { get; } = new(ActivityNames.ReportNext);

    /// <exception cref="TimeZoneNotFoundException">The zone is not known.</exception>
    public static ReportWeek Of(ReportAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(asked.Schedule.TimeZone);
        return ReportWeek.Before(asked.Schedule.Next(asked.After, zone), zone);
    }
}
