using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>What happens when money is due: notices, retries, grace, last offers.</summary>
internal static class BillingMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["in_app_banner"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            1,
            new("countdown", "urgency", 0.07, "Count the days until access ends", "9 days left: update your card"),
            new("one-field", "ease", 0.07, "Put the card field into the banner itself", "card number, here, one line"),
            new("owner-only", "relevance", 0.06, "Show it only to those who can pay, with their name", "Dana, only you can update the card"),
            new("calm", "respect", 0.04, "Say it calmly and in grey", "We could not charge your card. No rush: 9 days.")),
        ["one_click_update_link"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("signed-link", "ease", 0.1, "Put a signed link into the e-mail that opens the card page without a login", "true: a signed link for 72 hours"),
            new("wallet", "ease", 0.08, "Offer the phone's wallet on that page", "true: wallet buttons first"),
            new("reply", "ease", 0.04, "Let people answer the e-mail and have somebody call", "reply YES and we call")),
        ["retry_schedule_days"] = MoveCatalogue.Of(
            ChangeClass.Legal,
            RiskLevel.Medium,
            1,
            new("payday", "relevance", 0.08, "Retry on the days on which salaries arrive", "days 1, 3, then the 1st and the 15th"),
            new("morning", "relevance", 0.05, "Retry at six in the morning of the customer's bank", "days 1, 3, 5, 7 at 06:00 local"),
            new("fewer", "respect", 0.04, "Retry three times only: each refusal costs standing with the banks", "days 2, 5, 8")),
        ["grace_period_days"] = MoveCatalogue.Of(
            ChangeClass.Legal,
            RiskLevel.Medium,
            1,
            new("longer", "patience", 0.06, "Give three weeks instead of two", "21"),
            new("shorter", "urgency", 0.05, "Give ten days and say so from the first message on", "10"),
            new("read-only", "patience", 0.06, "Close writing after a week and reading after three", "7 days to write, 21 to read")),
        ["last_day_offer"] = MoveCatalogue.Of(
            ChangeClass.Pricing,
            RiskLevel.Medium,
            1,
            new("extension", "help", 0.07, "Offer a week more instead of a discount", "7 more days, asked for with one click"),
            new("onboarding-call", "help", 0.06, "Offer half an hour with somebody who sets it up", "30 minutes of set-up help"),
            new("annual", "commitment", 0.06, "Offer two months free with a yearly plan", "12 months for 10")),
    };
}
