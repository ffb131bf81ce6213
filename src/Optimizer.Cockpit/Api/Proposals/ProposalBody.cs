using Optimizer.Domain.Proposals;

namespace Optimizer.Cockpit.Api.Proposals;

/// <summary>What somebody wants done. Who proposes is the token's to say.</summary>
/// <param name="Kind">pause_play, resume_play, stop_play, try_hypothesis or change_policy.</param>
/// <param name="Why">In words, for the person who answers.</param>
/// <param name="Play">Slug; not for change_policy.</param>
/// <param name="Hypothesis">Only for try_hypothesis.</param>
/// <param name="Policy">The whole policy text; only for change_policy.</param>
/// <param name="Source">Where it was typed: api, chat or mcp.</param>
internal sealed record ProposalBody(
    ProposalKind Kind, string Why, string? Play = null, HypothesisBody? Hypothesis = null, string? Policy = null, ProposalSource Source = ProposalSource.Api);
