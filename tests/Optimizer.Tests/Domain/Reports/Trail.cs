using System.Globalization;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Reports;
using Events = Optimizer.Domain.Audit.Events;

namespace Optimizer.Tests.Domain.Reports;

/// <summary>Writes a play's audit records by hand; the week is 2026-W07, Monday 9 February to Sunday 15 February, UTC.</summary>
internal sealed class Trail
{
    public static readonly DateTimeOffset Monday = new(2026, 2, 9, 0, 0, 0, TimeSpan.Zero);

    public static readonly ReportWeek Week = ReportWeek.Before(Monday.AddDays(7).AddHours(9), TimeZoneInfo.Utc);

    private readonly List<AuditRecord> _records = [];

    public IReadOnlyList<AuditRecord> Records => _records;

    public IEnumerable<AuditRecord> Recent => _records.Where(record => record.Entry.At >= Week.Since);

    public IEnumerable<AuditRecord> Before => _records.Where(record => record.Entry.At < Week.Since);

    public static Play Onboarding { get; } = new()
    {
        Slug = "onboarding",
        Name = "Onboarding e-mails",
        Channels = ["email"],
        Kpis = [Signups],
        Monitor = new(),
        Experiment = new(),
        Limits = new(),
        Convergence = new(),
        Report = new(),
    };

    public static PlayKpi Signups => new()
    {
        Key = "signups",
        Role = KpiRole.Primary,
        Form = KpiForm.Count,
        Direction = KpiDirection.HigherIsBetter,
        Unit = "count",
        Measure = new() { Type = MeasureType.Count, Of = new("signed up") },
        Target = new(">=", 150, null, null),
    };

    public PlayWeek Read(Play? play = null) => PlayWeek.Of(play ?? Onboarding, Week, Recent, Before);

    public Trail Add(double day, AuditEvent happened, string? experiment = null, string play = "onboarding")
    {
        var number = _records.Count + 1;
        var entry = new AuditEntry { At = Monday.AddDays(day), Play = play, Experiment = experiment, Actor = "loop", Cause = "test", Event = happened };
        _records.Add(new(number, $"k{number}", "", "", number.ToString("x64", CultureInfo.InvariantCulture), entry));
        return this;
    }

    /// <summary>Reads the KPI every morning from 28 days before the week to the morning the brief is due.</summary>
    public Trail Reads(Func<DateOnly, double?> figure, string kpi = "signups")
    {
        for (var day = -28; day <= 7; day++)
        {
            var last = DateOnly.FromDateTime(Monday.AddDays(day - 1).UtcDateTime);
            Add(day + (8 / 24.0), new Events.KpiRead(kpi, KpiClass.Normal, 0.01, 100, last, [], [.. Enumerable.Range(-6, 7).Select(back => figure(last.AddDays(back)))]));
        }

        return this;
    }

    public Trail Starts(double day, int number, string change = "Subject line asks a question", double? detectable = 0.04, double expected = 0.08, int days = 14) =>
        Add(day, new Events.ExperimentStarted(
            Idea(number, change, expected), Monday.AddDays(day), days, "proven gain or harm from day 7, or day 14", ["control", "variant"], [0.5, 0.5], detectable, []),
            $"onboarding-{number}");

    public Trail Ends(double day, int number, DecisionKind end, double gain, double booked = 0, string reason = "") => Add(
        day, new Events.ExperimentEnded(end, $"onboarding-{number}.9", gain, booked, gain - 0.03, gain + 0.03, 0.04, 4000, 0.1, 0.1 * (1 + gain), reason.Length > 0 ? [reason] : []),
        $"onboarding-{number}");

    public Trail Adopts(double day, int number, double booked, double? lowest, double? highest, bool proven = true, string change = "Subject line asks a question", string kpi = "signups") => Add(
        day, new Events.ChangeAdopted(kpi, new("subject", "\"old\""), new("subject", "\"new\""), change, proven, booked, lowest, highest), $"onboarding-{number}");

    public Trail Decides(double day, int number, DecisionKind kind, params Trigger[] triggers) => Add(
        day, new Events.DecisionMade(new()
        {
            Id = $"onboarding-{number}.{day}",
            Play = "onboarding",
            Experiment = $"onboarding-{number}",
            At = Monday.AddDays(day),
            Policy = "1",
            Rules = new(),
            MaxSecondaryDegradation = 0.05,
            Evidence = new Exposures { Experiment = $"onboarding-{number}", Variants = ["control", "variant"], IsConversion = true, Direction = KpiDirection.HigherIsBetter, Days = [] },
            Decision = new(kind, "variant", [], new Dictionary<string, double>(), triggers, [$"variant has evidence of 1 in 45 (day {day})."]),
        }), $"onboarding-{number}");

    public Trail Proposes(double day, params Hypothesis[] ideas) =>
        Add(day, new Events.HypothesesProposed("onboarding-signups-1", "rules", "", "", 56, [], ideas));

    public static Hypothesis Idea(int number, string change = "Subject line asks a question", double expected = 0.08) => new()
    {
        Id = $"onboarding-h{number}",
        Rank = 1,
        Variable = "subject",
        Change = change,
        Setting = new("subject", $"\"{number}\""),
        Rationale = "because",
        ExpectedImpact = expected,
        Risk = RiskLevel.Low,
        Class = ChangeClass.Experience,
    };
}
