using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows.Proposals;

namespace Optimizer.Cockpit.Proposals;

/// <summary>A proposal as the API shows it. Why, change and reasons hold text of others: escape it where it is shown.</summary>
internal sealed record ProposalShown
{
    public required string Id { get; init; }

    public required ProposalKind Kind { get; init; }

    /// <summary>Slug; - for the policy.</summary>
    public required string Play { get; init; }

    /// <summary>In the words of whoever proposes it.</summary>
    public required string Why { get; init; }

    public required ProposedHypothesis? Hypothesis { get; init; }

    public required string By { get; init; }

    public required bool IsHuman { get; init; }

    public required ProposalSource Source { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ProposalState State { get; init; }

    /// <summary>What is there now, and what would be; null before policy has answered, and where nobody is asked.</summary>
    public required string? Before { get; init; }

    public required string? After { get; init; }

    /// <summary>Id of the question, under /api/approvals; null while nobody is asked.</summary>
    public required string? Approval { get; init; }

    /// <summary>The lowest seat that may answer.</summary>
    public required Seat? Seat { get; init; }

    /// <summary>Why it is asked or refused, decisive rule first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public required string? EndedBy { get; init; }

    public required string? EndedWhy { get; init; }

    /// <summary>As the engine has it.</summary>
    public static ProposalShown Of(ProposalView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(view.Proposal, view.Request, view.State, view.End) with { Reasons = view.Request?.Reasons ?? view.Ruling?.Reasons ?? [] };
    }

    /// <summary>As the trail has it.</summary>
    public static ProposalShown Of(Proposal proposal, ApprovalRequest? request, ProposalState state, ProposalEnd? end)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return new()
        {
            After = request?.After,
            Approval = request?.Id,
            At = proposal.At,
            Before = request?.Before,
            By = proposal.By,
            EndedBy = end?.By,
            EndedWhy = end?.Why,
            Hypothesis = proposal.Hypothesis,
            Id = proposal.Id,
            IsHuman = proposal.IsHuman,
            Kind = proposal.Kind,
            Play = proposal.Play,
            Reasons = request?.Reasons ?? [],
            Seat = request?.Seat,
            Source = proposal.Source,
            State = state,
            Why = proposal.Why,
        };
    }
}
