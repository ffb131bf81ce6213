using Optimizer.Domain.Approvals;

namespace Optimizer.Workflows.Approvals;

/// <summary>A question under way.</summary>
public sealed record ApprovalQuestion
{
    public required ApprovalRequest Request { get; init; }

    /// <summary>Instance that wants to know.</summary>
    public required string Asker { get; init; }

    /// <summary>All that it follows from.</summary>
    public required string Cause { get; init; }

    public ApprovalState State { get; init; }

    /// <summary>Those that count, oldest first.</summary>
    public IReadOnlyList<ApprovalAnswer> Answers { get; init; } = [];

    /// <summary>What became of the last answers, those that do not count included; at most <see cref="HeardAnswer.Kept"/>.</summary>
    public IReadOnlyList<HeardAnswer> Heard { get; init; } = [];

    public int Reminders { get; init; }

    public bool IsEscalated { get; init; }
}
