using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>What is published, about what and in which form.</summary>
internal static class ContentMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["topic_theme"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            2,
            new("problem", "relevance", 0.07, "Write about the problem that customers named most often this month", "commonest problem of the month"),
            new("how-to", "usefulness", 0.06, "Show how one thing is done, step by step, with the files", "step by step with files"),
            new("own-numbers", "credibility", 0.07, "Publish figures that only we have", "own figures with method"),
            new("opinion", "contrast", 0.05, "Take a position against a common belief", "one belief, one counter-example"),
            new("customer-story", "credibility", 0.06, "Tell one customer's case with before and after", "one case, before and after")),
        ["content_format"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            2,
            new("short-video", "attention", 0.07, "Show it in 60 seconds instead of writing it", "video of 60 seconds"),
            new("checklist", "usefulness", 0.06, "Turn it into a list that can be ticked", "list of ten points"),
            new("carousel", "attention", 0.06, "Turn it into six pictures with one thought each", "six pictures"),
            new("calculator", "usefulness", 0.08, "Turn it into a calculator with the reader's own numbers", "calculator") { Effort = 3 }),
        ["event_format"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            2,
            new("shorter", "ease", 0.06, "Cut it to 30 minutes, half of it questions", "30 minutes, 15 for questions"),
            new("workshop", "usefulness", 0.07, "Let everybody do it on their own case during the event", "hands-on, own case"),
            new("small-table", "closeness", 0.07, "Invite twelve people instead of a hundred", "twelve people at one table"),
            new("reminder-story", "attendance", 0.06, "Send one useful thing a day before instead of a bare reminder", "one useful thing the day before"),
            new("recording", "attendance", 0.04, "Promise the recording only to those who come live", "recording for those who came")),
    };
}
