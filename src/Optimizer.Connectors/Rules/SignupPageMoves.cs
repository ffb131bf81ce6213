using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>Pages on which a visitor decides to leave a name.</summary>
internal static class SignupPageMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["call_to_action"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("low-commitment", "ease", 0.08, "Ask for a smaller step than today's", "See a two-minute example"),
            new("value", "clarity", 0.06, "Say what the reader gets instead of what they do", "Send me my three leaks"),
            new("two-times", "ease", 0.06, "Offer two times instead of asking for one", "Tuesday at ten or Thursday at four?"),
            new("time-cost", "ease", 0.05, "Say how long it takes", "Start: 2 minutes, no card")),
        ["demo_button_copy"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("see-it", "clarity", 0.07, "Say what will be seen instead of who will talk", "See it on your own data"),
            new("length", "ease", 0.07, "Say how long it takes", "Book 15 minutes"),
            new("person", "likeness", 0.05, "Name the person who will show it", "Let Maya show you"),
            new("no-sales", "trust", 0.05, "Say what it is not", "A demo, no pitch")),
        ["faq_position"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            1,
            new("beside", "nearness", 0.06, "Put the three commonest questions beside the table", "right of the table, 3 questions"),
            new("above", "visibility", 0.05, "Put the questions above the table", "above the table"),
            new("in-plans", "nearness", 0.07, "Answer each question in the plan that it is about", "inside the plans")),
        ["customer_quotes"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            1,
            new("by-plan", "likeness", 0.07, "Show one quote of a customer for every plan", "3, one per plan"),
            new("figure", "credibility", 0.07, "Replace the quote by one figure of a named customer", "1 figure: 31 % more demos in a quarter"),
            new("none", "focus", 0.04, "Take the quote out", "0")),
        ["calendar_embed"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("under-button", "ease", 0.09, "Open the calendar under the button instead of a form", "true: under the button"),
            new("three-slots", "ease", 0.08, "Show the next three free times as buttons", "true: three next times"),
            new("after-form", "ease", 0.05, "Show the calendar right after the form instead of a mail", "true: after the form")),
        ["plan_order"] = MoveCatalogue.Of(
            ChangeClass.Pricing,
            RiskLevel.Medium,
            1,
            new("largest-first", "framing", 0.06, "Show the largest plan first", "enterprise, growth, starter"),
            new("two-plans", "focus", 0.06, "Show two plans and hide the third behind a link", "growth, enterprise"),
            new("highlight", "framing", 0.05, "Mark the middle plan as the usual choice", "starter, growth (most teams), enterprise")),
        ["hero_visual"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("own-report", "clarity", 0.08, "Show the report that the visitor will get, with real figures", "the first page of a report"),
            new("moving", "attention", 0.06, "Show ten seconds of the product at work", "loop of 10 seconds"),
            new("person", "likeness", 0.05, "Show a customer with name and figure", "a named customer"),
            new("none", "focus", 0.04, "Leave the picture out and move the form up", "no picture")),
        ["form_length_fields"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            1,
            new("one", "ease", 0.09, "Ask for the work e-mail alone", "1"),
            new("three", "ease", 0.07, "Ask for three fields and look the rest up", "3"),
            new("two-steps", "ease", 0.06, "Ask one easy question first and the e-mail after it", "2 steps: goal, then e-mail")),
        ["daily_budget_usd"] = MoveCatalogue.Of(
            ChangeClass.Budget,
            RiskLevel.Medium,
            1,
            new("evenings", "pacing", 0.05, "Spend the same money when visitors qualify: 60 % after noon", "same budget, 60 % after noon") { BudgetChange = 0 },
            new("less", "efficiency", 0.05, "Cut the tenth that never qualified", "-10 %") { BudgetChange = -0.1 },
            new("more", "growth", 0.06, "Raise it by a tenth while the page converts", "+10 %") { BudgetChange = 0.1, Risk = RiskLevel.High }),
    };
}
