using Optimizer.Workflows.Answers;

namespace Optimizer.Cockpit.Pages.Ask;

/// <summary>A question and what the records say to it.</summary>
/// <param name="Question">As it was typed; empty for none.</param>
/// <param name="Play">Slug of the play it is about; empty for none.</param>
/// <param name="Answer">Null while nothing was asked.</param>
/// <param name="Problem">Why it could not be asked; null for none.</param>
public sealed record AskModel(string Question, string Play, Answer? Answer, string? Problem)
{
    /// <summary>Where to begin.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "What are you waiting for?", "What did you change last week?", "What is running?", "What worked?", "What would you do next?",
    ];

    /// <summary>The answer's lines in pieces: text, and ids of records that lead to them.</summary>
    public IReadOnlyList<(bool IsItem, IReadOnlyList<(string Text, string? Href)> Pieces)> Lines =>
        Answer is null ? [] : [.. Answer.Text.Split('\n').Select(line => (line.StartsWith("- ", StringComparison.Ordinal), Pieces(line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line, Answer.Citations)))];

    private static List<(string Text, string? Href)> Pieces(string line, IReadOnlyList<Citation> citations)
    {
        var (pieces, from) = (new List<(string, string?)>(), 0);
        while (line.IndexOf('[', from) is var open and >= 0 && line.IndexOf(']', open) is var close and >= 0)
        {
            var (before, id) = (line[from..open], line[(open + 1)..close]);
            pieces.Add((before, null));
            pieces.Add(citations.FirstOrDefault(citation => citation.Id == id) is { } cited ? (id, Shell.Href.Record(cited.Sequence)) : ($"[{id}]", null));
            from = close + 1;
        }

        pieces.Add((line[from..], null));
        return pieces;
    }
}
