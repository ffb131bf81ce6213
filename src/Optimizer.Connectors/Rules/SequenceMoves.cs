using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>Series of e-mails to one person: their lines, their number, who sends them.</summary>
internal static class SequenceMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["opening_line"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("their-number", "relevance", 0.07, "Open with a figure that the reader's own site shows", "Your pricing page loads in 4.1 seconds; the median of your peers is 1.9"),
            new("peer", "likeness", 0.06, "Open with what a company of the same size did", "A 60-person SaaS team two streets away stopped losing half of its trials"),
            new("question", "curiosity", 0.06, "Open with one question that can be answered in a word", "Is trial-to-paid somebody's job at your place?"),
            new("no-opener", "brevity", 0.05, "Leave the opening out and begin with the offer", "(no opening line)")),
        ["first_email_subject"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("keep-access", "relevance", 0.07, "Say what the customer keeps instead of what failed", "Keep your workspace: one card update left"),
            new("deadline", "specificity", 0.06, "Name the day on which access ends", "Your workspace closes on Friday the 14th"),
            new("plain", "brevity", 0.05, "Write it as a colleague would", "quick one about your card"),
            new("reason", "specificity", 0.06, "Name the bank's reason", "Your bank said: card expired")),
        ["nudge_email_subject"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("next-step", "specificity", 0.07, "Name the one step that is left", "Invite one colleague and you are done"),
            new("finding", "curiosity", 0.07, "Tease what the account's own data shows already", "Your import shows 3 leaks"),
            new("minutes", "ease", 0.06, "Say how long the rest takes", "4 minutes to your first report"),
            new("question", "curiosity", 0.05, "Ask what stopped the person", "What got in the way?")),
        ["welcome_subject"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("first-win", "specificity", 0.07, "Promise the first result and the time it takes", "Your first leak in 10 minutes"),
            new("founder", "likeness", 0.05, "Let the founder welcome the person", "Ana from the team here: what brought you?"),
            new("plan", "ease", 0.06, "Lay out the fourteen days in one line", "Your 14 days: import, find, fix"),
            new("short", "brevity", 0.05, "Cut it to two words", "Start here")),
        ["day_three_story"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("same-size", "likeness", 0.07, "Tell of a company of the reader's own size", "How a team of your size found 31 % more in week one"),
            new("failure", "credibility", 0.06, "Tell of a customer who first did it wrong", "They nearly quit on day five; then they changed one form"),
            new("numbers", "credibility", 0.06, "Tell it in three figures and no adjectives", "412 trials, 38 leaks, 9 fixed"),
            new("none", "brevity", 0.04, "Replace the story by one tip for the step that the account is stuck at", "One tip for the step you are at")),
        ["emails_per_trial"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Medium,
            1,
            new("four", "volume", 0.06, "Send four instead of six, and drop the two that fewest open", "4 e-mails"),
            new("eight", "volume", 0.05, "Send eight, the two new ones only to those who were active", "8 e-mails, 2 of them for the active"),
            new("by-behaviour", "relevance", 0.08, "Send only what follows from the last thing that the account did", "as many as the account has steps left")),
        ["sender"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("named", "likeness", 0.07, "Send from one named person instead of from the team", "Ana Ruiz, customer success"),
            new("founder", "likeness", 0.06, "Send from the founder", "Jo Park, founder"),
            new("role", "likeness", 0.05, "Send from somebody of the reader's own role", "a growth lead who uses the product")),
        ["nudge_delay_hours"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Low,
            1,
            new("two", "speed", 0.08, "Nudge two hours after the person stopped, while the tab is still open", "2 hours"),
            new("next-morning", "speed", 0.06, "Nudge at nine on the next morning of the person's own day", "09:00 the next day, local"),
            new("three-days", "patience", 0.04, "Nudge after three days, when a habit could have begun", "72 hours")),
        ["steps_in_sequence"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Medium,
            1,
            new("four", "volume", 0.06, "Add a fourth message with a single line", "4 messages, the last of one line"),
            new("two", "volume", 0.05, "Stop after two and spend the time on research", "2 messages"),
            new("break-up", "closing", 0.06, "End with a message that says it is the last", "3 messages, the last says so")),
        ["reminder_schedule_days"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Low,
            1,
            new("sooner", "speed", 0.07, "Remind on the day itself and twice in the first week", "days 0, 2, 5"),
            new("payday", "relevance", 0.08, "Remind on the days on which salaries arrive", "day 1, then the 1st and the 15th"),
            new("fewer", "respect", 0.05, "Remind twice only, the second time with the date on which access ends", "days 1 and 9"),
            new("business-hours", "relevance", 0.05, "Remind at eleven on working days only", "days 1, 4, 9 moved to the next working day, 11:00")),
    };
}
