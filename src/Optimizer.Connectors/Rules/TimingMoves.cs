using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>When and how often people hear from us.</summary>
internal static class TimingMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["send_time"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Low,
            1,
            new("tuesday-morning", "weekday", 0.05, "Send on Tuesday at 10 in the reader's time", "Tuesday 10:00 local"),
            new("early", "hour", 0.05, "Send at 7 in the reader's time, before meetings begin", "07:00 local"),
            new("afternoon", "hour", 0.05, "Send at 15 in the reader's time", "15:00 local"),
            new("last-active", "relevance", 0.07, "Send at the hour at which the person was last active", "hour of last activity"),
            new("sunday-evening", "weekday", 0.04, "Send on Sunday at 19 in the reader's time", "Sunday 19:00 local")),
        ["cadence"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Medium,
            1,
            new("more-space", "spacing", 0.06, "Leave four days between contacts instead of two", "4 days between contacts"),
            new("fewer-touches", "volume", 0.05, "Stop after the fourth contact without an answer", "at most 4 contacts"),
            new("front-loaded", "spacing", 0.06, "Put three contacts into the first week, then one a week", "3 in week one, then weekly"),
            new("break-up", "volume", 0.05, "End with one message that says it is the last", "last message says so"),
            new("two-channels", "variety", 0.06, "Alternate the channel from contact to contact", "e-mail, then the second channel, in turn")),
        ["trigger_timing"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Medium,
            1,
            new("sooner", "speed", 0.08, "React within five minutes of the event", "5 minutes after the event"),
            new("same-day", "speed", 0.06, "React on the same day at the latest", "the same day"),
            new("after-second", "relevance", 0.06, "React to the second sign of interest, not to the first", "at the second sign"),
            new("quiet", "relevance", 0.05, "React after three days without activity", "after 3 quiet days")),
        ["frequency_cap"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Medium,
            1,
            new("lower", "volume", 0.05, "Show it at most twice a week per person", "2 a week per person"),
            new("once-daily", "volume", 0.05, "Show it at most once a day per person", "1 a day per person"),
            new("pause-after-no", "respect", 0.06, "Leave people alone for 30 days after they close it", "30 days of rest after a no")),
        ["publish_frequency"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Medium,
            2,
            new("fewer-better", "quality", 0.06, "Publish half as often and put the time into each piece", "half as often"),
            new("fixed-day", "habit", 0.05, "Publish always on the same day at the same hour", "Tuesday 09:00"),
            new("series", "habit", 0.06, "Publish in series of three that refer to each other", "series of three")),
        ["routing_rules"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Medium,
            2,
            new("fastest", "speed", 0.07, "Give a lead to whoever can answer first", "to whoever is free first"),
            new("owner", "fit", 0.06, "Give a lead to the person who knows the account", "to the account's owner"),
            new("by-fit", "fit", 0.06, "Give the best fitting leads to the most experienced people", "best fit to the most experienced")),
    };
}
