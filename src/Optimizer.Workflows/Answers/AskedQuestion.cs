using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Answers;

/// <summary>A question, read.</summary>
internal sealed record AskedQuestion
{
    public required Question Question { get; init; }

    public required Intent Intent { get; init; }

    public QuestionForm Form { get; init; }

    /// <summary>Null unless a deed is asked for.</summary>
    public Deed? Deed { get; init; }

    /// <summary>Slug of the play it is about; null for all.</summary>
    public string? Play { get; init; }

    /// <summary>Id of the experiment it is about; null for none.</summary>
    public string? Experiment { get; init; }

    /// <summary>The record asked for by its id.</summary>
    public AuditRecord? Record { get; init; }

    public AskedTime? Time { get; init; }

    public ProposedCommand? Command { get; init; }

    /// <summary>The plays it may be about, when it may be several.</summary>
    public IReadOnlyList<PlayName> Choices { get; init; } = [];

    /// <summary>What stands in the text where a name would, and names nothing that there is; null when nothing does.</summary>
    public string? Unknown { get; init; }

    /// <summary>What was taken for the play though it is not written so; null when it is.</summary>
    public string? Said { get; init; }
}
