namespace Optimizer.Workflows.Answers;

/// <summary>What is said to a question, the same on every channel (S1-157). Every fact in it carries the id of its record (S1-158).</summary>
public sealed record Answer
{
    public required AnswerKind Kind { get; init; }

    /// <summary>
    /// Plain text, a statement a line; a line that begins with "- " is an item of the one above. Ids of records stand in square brackets
    /// and nothing else does. Text of others stands in double quotes: escape the whole where it is shown.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Records that the text names, in the order in which it first does.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What the question was taken to mean, in words.</summary>
    public required string Understood { get; init; }

    /// <summary>Questions that have an answer, ready to be asked.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>What a typed command would propose; null unless <see cref="Kind"/> is <see cref="AnswerKind.Proposal"/> (S1-163).</summary>
    public ProposedCommand? Proposal { get; init; }

    /// <summary>Id of the model that put the sentences into other words; null when the words are the templates' own (C40).</summary>
    public string? Model { get; init; }
}
