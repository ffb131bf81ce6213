using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>Who is addressed, and in which order.</summary>
internal static class AudienceMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["audience_segment"] = MoveCatalogue.Of(
            ChangeClass.Audience,
            RiskLevel.Medium,
            1,
            new("recently-active", "intent", 0.08, "Address first those who were active in the last 14 days", "active within 14 days") { TrafficShare = 0.4 },
            new("best-fit", "fit", 0.07, "Address only the industry and size that convert best", "best converting industry and size") { TrafficShare = 0.35 },
            new("leave-out-cold", "hygiene", 0.05, "Leave out those who did not react in 90 days", "without those silent for 90 days") { TrafficShare = 0.3 },
            new("trigger-event", "intent", 0.07, "Address those with a new role or new funding first", "new role or funding within 60 days") { TrafficShare = 0.2 },
            new("lookalike", "fit", 0.06, "Add those who resemble the best tenth of customers", "resembles the best tenth") { TrafficShare = 0.5, Risk = RiskLevel.High }),
        ["signal_weights"] = MoveCatalogue.Of(
            ChangeClass.Audience,
            RiskLevel.Medium,
            1,
            new("intent-up", "intent", 0.07, "Double the weight of visits to the pricing page", "pricing visits count twice") { TrafficShare = 0.5 },
            new("recency-up", "intent", 0.06, "Halve the weight of a signal every week", "half-life of one week") { TrafficShare = 0.5 },
            new("fit-up", "fit", 0.05, "Let fit weigh as much as behaviour", "fit 50 %, behaviour 50 %") { TrafficShare = 0.5 },
            new("drop-noise", "hygiene", 0.05, "Leave out opens and other weak signals", "opens do not count") { TrafficShare = 0.5 }),
        ["score_threshold"] = MoveCatalogue.Of(
            ChangeClass.Audience,
            RiskLevel.Medium,
            1,
            new("higher", "quality", 0.06, "Raise the threshold by a tenth", "+10 % of the threshold") { TrafficShare = 0.3 },
            new("lower", "volume", 0.05, "Lower the threshold by a tenth", "-10 % of the threshold") { TrafficShare = 0.3 },
            new("two-levels", "quality", 0.06, "Use two thresholds: a person above the upper, mail between both", "two thresholds") { TrafficShare = 0.4 }),
        ["keyword_selection"] = MoveCatalogue.Of(
            ChangeClass.Audience,
            RiskLevel.Medium,
            2,
            new("intent", "intent", 0.08, "Keep the terms of people who want to buy and leave out those who want to learn", "buying terms only") { TrafficShare = 0.5 },
            new("long-tail", "fit", 0.06, "Add longer terms with little competition", "terms of four words and more") { TrafficShare = 0.3 },
            new("negatives", "hygiene", 0.06, "Exclude the terms that never led to anything in 90 days", "excluded: no conversion in 90 days") { TrafficShare = 0.3 },
            new("competitor", "intent", 0.05, "Add comparisons with the main alternatives", "alternative to {competitor}") { TrafficShare = 0.2 }),
        ["partner_selection"] = MoveCatalogue.Of(
            ChangeClass.Audience,
            RiskLevel.Medium,
            2,
            new("active", "intent", 0.07, "Work with those partners first who sent something in the last quarter", "active last quarter") { TrafficShare = 0.4 },
            new("overlap", "fit", 0.07, "Choose partners by the customers that both have", "largest overlap of customers") { TrafficShare = 0.4 },
            new("fewer", "quality", 0.05, "Work with the best ten only and do more with each", "best ten") { TrafficShare = 0.5 }),
        ["guest_speaker_mix"] = MoveCatalogue.Of(
            ChangeClass.Audience,
            RiskLevel.Low,
            2,
            new("customers", "likeness", 0.07, "Have two customers speak for every expert", "2 customers, 1 expert"),
            new("practitioners", "likeness", 0.06, "Invite those who do the work instead of those who manage it", "practitioners"),
            new("known", "reach", 0.05, "Invite one guest with an audience of their own", "one guest with an audience")),
    };
}
