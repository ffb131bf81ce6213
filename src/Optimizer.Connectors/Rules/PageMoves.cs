using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>What people see and do on a page or in the product.</summary>
internal static class PageMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["social_proof"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            1,
            new("similar-customer", "likeness", 0.07, "Show one customer of the visitor's own size and industry", "a customer of the same size and industry, with a figure"),
            new("numbers", "magnitude", 0.06, "Show how many use it, exactly", "4,812 teams use it every week"),
            new("near-action", "nearness", 0.06, "Put the proof next to the button instead of at the bottom", "one quote beside the button"),
            new("review-score", "magnitude", 0.05, "Show the score and number of independent reviews", "4.7 of 5 from 1,230 reviews"),
            new("case-figure", "likeness", 0.06, "Replace the logos by one figure of a named customer", "{peer}: 31 % fewer hours in one quarter")),
        ["landing_page"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            3,
            new("single-goal", "focus", 0.08, "Take out everything that leads away from the one goal", "no menu, one goal, one button"),
            new("message-match", "relevance", 0.08, "Repeat the words of the ad or mail in the first line", "first line equals the words that were clicked"),
            new("shorter", "focus", 0.05, "Cut the page to one screen", "one screen: promise, proof, button"),
            new("demo-first", "clarity", 0.07, "Show the product working before any text", "a clickable example first"),
            new("faq", "clarity", 0.04, "Answer the three commonest doubts above the button", "three doubts, three answers")),
        ["form_fields"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("fewer", "ease", 0.09, "Ask for e-mail only and the rest later", "e-mail only"),
            new("two-steps", "ease", 0.06, "Split the form in two steps, the easy one first", "step 1: goal, step 2: e-mail"),
            new("defaults", "ease", 0.05, "Fill in what is known already", "country and company filled in"),
            new("why", "trust", 0.04, "Say under each field why it is asked", "one line of reason per field")),
        ["step_order"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            2,
            new("value-first", "early-value", 0.09, "Let people see a finished example before they set anything up", "example first, set-up second"),
            new("fewer-steps", "ease", 0.07, "Move two steps behind the first success", "two steps later"),
            new("hard-last", "ease", 0.05, "Put the hardest step last", "import of own figures last")),
        ["onboarding_content"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("template", "early-value", 0.08, "Start everybody with a filled template of their kind", "a filled template by role"),
            new("checklist", "guidance", 0.07, "Show a list of four steps with the first one done", "four steps, the first ticked"),
            new("shorter-tour", "ease", 0.06, "Cut the tour to the one thing that is used daily", "one step instead of seven"),
            new("role-path", "guidance", 0.07, "Ask for the role and show that role's path only", "one path per role")),
        ["surface_format"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("inline", "nearness", 0.06, "Show it inside the page instead of in a window over it", "a line in the page"),
            new("banner", "visibility", 0.05, "Show it as a slim line on top", "one line on top"),
            new("card", "visibility", 0.05, "Show it as a card where the work is done", "a card beside the work"),
            new("full-screen", "visibility", 0.06, "Show it once over the whole screen", "whole screen, once") { Risk = RiskLevel.Medium }),
        ["personalization"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            2,
            new("industry", "likeness", 0.07, "Use examples of the reader's industry", "examples of the same industry"),
            new("role", "likeness", 0.06, "Word it for the reader's role", "worded by role"),
            new("behaviour", "relevance", 0.08, "Refer to the last thing that the person did", "refers to the last action"),
            new("first-name", "likeness", 0.03, "Use the first name once", "first name in the first line"),
            new("company-fact", "relevance", 0.06, "Open with one public fact of the company", "one public fact of the company")),
        ["creative"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            3,
            new("product-shot", "clarity", 0.06, "Show the product instead of a stock picture", "the product at work"),
            new("person", "likeness", 0.06, "Show one person who uses it", "a user at work, with name"),
            new("contrast", "visibility", 0.06, "Use one strong colour and five words", "one colour, five words"),
            new("before-after", "clarity", 0.07, "Show before and after side by side", "before and after")),
        ["feature_gate_position"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            2,
            new("after-value", "early-value", 0.08, "Ask for the upgrade only after the first success", "after the first success"),
            new("preview", "visibility", 0.07, "Let people try the paid part once before it closes", "one use free, then asked"),
            new("usage", "relevance", 0.06, "Ask when four fifths of the free allowance are used", "at 80 % of the allowance")),
        ["demo_structure"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("end-first", "early-value", 0.08, "Show the finished work in the first two minutes", "the end in the first two minutes"),
            new("own-case", "relevance", 0.07, "Run it on the customer's own case", "the customer's own case"),
            new("shorter", "ease", 0.05, "Cut the demonstration to 15 minutes", "15 minutes, 10 for questions")),
    };
}
