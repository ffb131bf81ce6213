using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;

namespace Optimizer.Workflows.Proposals.Activities;

/// <summary>A proposal as things stand at one look.</summary>
/// <param name="Fault">Why there is nothing to do, in words; null when there is, and then all else is set.</param>
internal sealed record ProposalCase(string? Fault)
{
    public ProposedAction Action { get; init; } = null!;

    public ActionHistory History { get; init; } = ActionHistory.Empty;

    public Autonomy Autonomy { get; init; }

    public EffectivePolicy Policy { get; init; } = null!;

    /// <summary>Policy and definition in force, as rulings name them.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is about, as people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>From what to what.</summary>
    public ProposalTurn Turn { get; init; } = new("", "");

    /// <summary>What whoever answers should know besides.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
