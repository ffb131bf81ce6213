using Optimizer.Domain.Policies.Checks;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Cockpit.Pages.Policy;

/// <summary>A changed policy, tried on what was done. Nothing of it holds.</summary>
public sealed record PolicyTry
{
    /// <summary>As it was sent.</summary>
    public required string Text { get; init; }

    /// <summary>Why it does not read; empty when it does.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; init; } = [];

    /// <summary>Why it was not put in force; null when nobody tried to, or it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether it is what holds already.</summary>
    public bool IsSame { get; init; }

    /// <summary>What it allows that the one in force does not.</summary>
    public IReadOnlyList<WiderValue> Wider { get; init; } = [];

    /// <summary>What it no longer allows.</summary>
    public IReadOnlyList<WiderValue> Tighter { get; init; } = [];

    /// <summary>Values of it that fight or never have an effect.</summary>
    public IReadOnlyList<PolicyFinding> Findings { get; init; } = [];

    /// <summary>What it would have answered otherwise; null when it does not read.</summary>
    public SimulatedTally? Tally { get; init; }

    /// <summary>The answers that would have been others, newest first, as many as fit, each with its record.</summary>
    public IReadOnlyList<(long Record, SimulatedRuling Ruling)> Changed { get; init; } = [];

    /// <summary>Whether there were more rulings than were looked at; the newest were.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether it may be put in force or proposed.</summary>
    public bool CanApply => Problems.Count == 0 && !IsSame;
}
