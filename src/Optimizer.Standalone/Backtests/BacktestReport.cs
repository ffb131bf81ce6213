using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Plays;

namespace Optimizer.Standalone.Backtests;

/// <summary>Everything that a backtest's page is written from.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Plan">What was run.</param>
/// <param name="Trail">What happened.</param>
/// <param name="StandingOut">Days far from usual, and whether they were flagged.</param>
/// <param name="View">How the play stood at the end.</param>
/// <param name="Records">Records in the audit trail.</param>
/// <param name="UnusedRecordings">Recorded experiments that nothing was started for.</param>
internal sealed record BacktestReport(
    BacktestOptions Options, BacktestPlan Plan, TrailReading Trail, IReadOnlyList<StandingOut> StandingOut, PlayView View, int Records, int UnusedRecordings)
{
    // Two recent weeks against four: a change stays in what is compared for three weeks.
    private const int ReachDays = 21;
    private const int SameStretchDays = 7;

    public Play Play => Plan.Document.Play;

    public KpiSeries Series => Options.Kpi.Series;

    public static BacktestReport Of(
        BacktestOptions options, BacktestPlan plan, IReadOnlyList<AuditRecord> trail, PlayView view, RecordedExposures exposures)
    {
        var play = plan.Document.Play;
        var book = options.Policy is null ? PolicyBook.Defaults : PolicyFile.Read(options.Policy, options.PolicyFile!).Policy!;
        var reading = new TrailReading(options.KpiKey, play.Monitor.TimeZone, book.For(play) with { AutonomyCeiling = Autonomy.Full }, plan.End, exposures);
        foreach (var record in trail)
        {
            reading.Read(record);
        }

        return new(options, plan, reading, StandOut(options.Kpi.Series, plan.First, reading.Spells), view, trail.Count, exposures.Left);
    }

    private static List<StandingOut> StandOut(KpiSeries series, DateOnly first, IReadOnlyList<FlaggedSpell> spells)
    {
        var found = new List<StandingOut>();
        var last = DateOnly.MinValue;
        foreach (var day in DailyDetector.Scan(series, MonitoringRules.Default).Where(day => day.IsExtreme && day.Day >= first.AddDays(-1)))
        {
            var isSame = found.Count > 0 && found[^1].Peak.Flag == day.Flag && day.Day.DayNumber - last.DayNumber <= SameStretchDays;
            last = day.Day;
            if (!isSame)
            {
                found.Add(new(day.Day, day, 1, FlaggedOn(day, spells)));
                continue;
            }

            var so = found[^1];
            found[^1] = so with
            {
                Days = so.Days + 1,
                FlaggedOn = so.FlaggedOn ?? FlaggedOn(day, spells),
                Peak = Math.Abs(day.Score ?? 0) > Math.Abs(so.Peak.Score ?? 0) ? day : so.Peak,
            };
        }

        return found;
    }

    // A tick knows the days before it; a spell of the same side that was under way already says it too.
    private static DateOnly? FlaggedOn(DayReading day, IReadOnlyList<FlaggedSpell> spells) => spells
        .Where(spell => spell.Strongest is > 0 == (day.Flag == DaySide.High) && spell.Class != KpiClass.Plateau
            && spell.Last > day.Day && spell.First <= day.Day.AddDays(ReachDays))
        .Select(spell => (DateOnly?)(spell.First > day.Day ? spell.First : day.Day.AddDays(1)))
        .FirstOrDefault();
}
