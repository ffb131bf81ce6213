using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Plays;

namespace Optimizer.Workflows.Answers;

/// <summary>What the engine says of now, which no record can: filled by the caller.</summary>
/// <param name="Plays">As they stand, in the order of the engine.</param>
/// <param name="Open">Questions that wait for an answer, most urgent first.</param>
public sealed record LiveState(IReadOnlyList<PlayView> Plays, IReadOnlyList<ApprovalRequest> Open)
{
    /// <summary>Nobody was asked.</summary>
    public static LiveState None { get; } = new([], []);

    /// <summary>Whether it is how the records end, and no engine was there to be asked.</summary>
    public bool IsOfRecords { get; init; }

    /// <summary>With what a sentence of it begins: it rests on no record.</summary>
    public string Words => IsOfRecords ? "Where the records end" : "As the engine stands now";
}
