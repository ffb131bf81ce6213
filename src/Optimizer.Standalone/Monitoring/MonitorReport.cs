using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Monitoring;
using Monitor = Optimizer.Domain.Monitoring.Monitor;

namespace Optimizer.Standalone.Monitoring;

/// <summary>Everything the report of a KPI is written from.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Recording">The figures.</param>
/// <param name="Weeks">One reading a week, oldest first.</param>
/// <param name="Days">One reading a day, oldest first.</param>
/// <param name="Latest">The reading on the last day.</param>
/// <param name="Drift">The drift on the last day.</param>
internal sealed record MonitorReport(
    string File, KpiRecording Recording, IReadOnlyList<Reading> Weeks, IReadOnlyList<DayReading> Days, Reading Latest, DriftReading Drift)
{
    /// <summary>Days that stand out: flagged by themselves, or where a slow shift adds up.</summary>
    public IEnumerable<DayReading> Marked => Days.Where(day => day.Flag != DaySide.None || day.Shift is not null);

    public static MonitorReport Of(string file, KpiRecording recording)
    {
        var rules = MonitoringRules.Default;
        return new(
            file, recording, Monitor.WeekByWeek(recording.Series, rules), DailyDetector.Scan(recording.Series, rules),
            Monitor.Classify(recording.Series, rules), Domain.Monitoring.Drift.Measure(recording.Series, rules));
    }
}
