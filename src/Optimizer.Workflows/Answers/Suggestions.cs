using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Answers;

/// <summary>Questions that have an answer, as they would be typed.</summary>
internal static class Suggestions
{
    public static IReadOnlyList<string> Usual { get; } =
        ["What are you waiting for?", "What did you change last week?", "What is running?", "What did you learn?", "What would you do next?"];

    /// <summary>After an answer about a play, or about all.</summary>
    public static IReadOnlyList<string> For(AskedQuestion asked) => asked.Play is { } play && Says.IsPlainId(play)
        ? [$"How is {play} doing?", $"What did you change in {play} last week?", $"What did you learn from {play}?"]
        : Usual;

    /// <summary>Asks why a record is as it is.</summary>
    public static string Why(AuditRecord record) => $"Why {Citation.Of(record).Id}?";
}
