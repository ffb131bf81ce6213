using Optimizer.Workflows.Answers;

namespace Optimizer.Cockpit.Api.Questions;

/// <summary>An answer, as programs read it.</summary>
internal sealed record AnswerShown
{
    public required AnswerKind Kind { get; init; }

    /// <summary>Plain text; ids of records stand in square brackets.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<CitationShown> Citations { get; init; }

    /// <summary>What the question was taken to mean.</summary>
    public required string Understood { get; init; }

    /// <summary>Questions that have an answer; the choices when the kind is ask_back.</summary>
    public required IReadOnlyList<string> Suggestions { get; init; }

    /// <summary>What a typed command would propose; null for a question.</summary>
    public ProposedCommand? Proposal { get; init; }

    /// <summary>Id of the model that worded it; none when no model did.</summary>
    public required string Model { get; init; }

    public static AnswerShown Of(Answer answer) => new()
    {
        Citations = [.. answer.Citations.Select(cited => new CitationShown(cited.Id, cited.Sequence, cited.Path))],
        Kind = answer.Kind,
        Model = answer.Model ?? "none",
        Proposal = answer.Proposal,
        Suggestions = answer.Suggestions,
        Text = answer.Text,
        Understood = answer.Understood,
    };
}
