using Optimizer.Domain.Identity;
using Optimizer.Domain.Proposals;

namespace Optimizer.Cockpit.Proposals;

/// <summary>What somebody wants done. Who they are comes from how they are known, never from what they send.</summary>
/// <param name="Kind">What.</param>
/// <param name="Play">Slug of the play; not looked at where it is about the policy.</param>
/// <param name="Why">In their words, 1 to <see cref="LongestWhy"/> characters.</param>
/// <param name="By">Who.</param>
/// <param name="Source">Where they typed it.</param>
internal sealed record ProposalOrder(ProposalKind Kind, string Play, string Why, Principal By, ProposalSource Source)
{
    public const int LongestWhy = 2_000;

    /// <summary>The same order sent again under the same key is the same proposal; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>Only of <see cref="ProposalKind.TryHypothesis"/>.</summary>
    public ProposedHypothesis? Hypothesis { get; init; }

    /// <summary>Only of <see cref="ProposalKind.ChangePolicy"/>.</summary>
    public string? Policy { get; init; }
}
