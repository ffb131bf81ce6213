using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Reports;

namespace Optimizer.Tests.Loops.Laws;

/// <summary>What briefs say equals what the trail says, counted another way (S0-047, S0-048).</summary>
internal static class ReportLaws
{
    public static IEnumerable<string> BriefsEqualTheTrail(LoopFacts facts)
    {
        foreach (var play in facts.Plays)
        {
            var ofPlay = facts.Trail.Where(record => record.Entry.Play == play.Slug).ToList();
            if (ofPlay.Count == 0)
            {
                continue;
            }

            var (first, last) = (ofPlay.Min(record => record.Entry.At), ofPlay.Max(record => record.Entry.At));
            var schedule = new ReportSchedule();
            for (var due = schedule.Next(first, TimeZoneInfo.Utc); due < last; due = schedule.Next(due, TimeZoneInfo.Utc))
            {
                var week = ReportWeek.Before(due, TimeZoneInfo.Utc);
                var brief = PlayWeek.Of(play, week, ofPlay, []);
                foreach (var fault in Faults(brief, [.. ofPlay.Where(record => record.Entry.At >= week.Since && record.Entry.At < week.Until).Select(record => record.Entry.Event)]))
                {
                    yield return $"{play.Slug} {week.Name}: {fault}";
                }
            }
        }
    }

    /// <summary>Where a brief says something else than these events, which are those of its week.</summary>
    public static IEnumerable<string> Faults(PlayWeek brief, IReadOnlyList<AuditEvent> events)
    {
        (string What, double Said, double Counted)[] pairs =
        [
            ("anomalies", brief.Counts.Anomalies, events.OfType<AnomalyFound>().Count()),
            ("hypotheses", brief.Counts.Hypotheses, events.OfType<HypothesesProposed>().SelectMany(each => each.Hypotheses).Count()),
            ("started", brief.Counts.Started, events.OfType<ExperimentStarted>().Count()),
            ("ended", brief.Counts.Ended, events.OfType<ExperimentEnded>().Count()),
            ("decisions", brief.Counts.Decisions, events.OfType<DecisionMade>().Count()),
            ("concluding", brief.Counts.Concluding, events.OfType<DecisionMade>().Count(made => made.Record.Decision.Kind != DecisionKind.Extend)),
            ("adoptions", brief.Counts.Adoptions, events.OfType<ChangeAdopted>().Count()),
            ("booked", brief.Gains.Sum(gain => gain.Booked), events.OfType<ChangeAdopted>().Sum(change => change.Booked)),
        ];
        return pairs.Where(pair => Math.Abs(pair.Said - pair.Counted) > 1e-9).Select(pair => $"{pair.What} {pair.Said}, the trail has {pair.Counted}");
    }
}
