using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;

namespace Optimizer.Domain.Approvals;

/// <summary>What came of an approval: everything is looked at again when it is carried out, so a yes may be superseded (OPERATORS 4.5).</summary>
/// <param name="State">Approved while nothing has come of it yet; else executed, failed or superseded.</param>
/// <param name="Why">In words; empty while nothing has come of it.</param>
/// <param name="AskedAgain">Id of the question that took its place; null when none did.</param>
public sealed record Aftermath(ApprovalState State, string Why, string? AskedAgain = null)
{
    private static readonly Aftermath Open = new(ApprovalState.Approved, "");

    /// <summary>Reads it from what the trail has of the play after the approval, in its order.</summary>
    public static Aftermath Of(ApprovalRequest request, IEnumerable<AuditRecord> after)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(after);
        if (request.Action is ActionKind.PausePlay or ActionKind.ResumePlay or ActionKind.StopPlay or ActionKind.TryHypothesis or ActionKind.ChangePolicy or ActionKind.WidenPolicy)
        {
            return after.Select(record => record.Entry.Event).OfType<ProposalEnded>().FirstOrDefault(ended => ended.Proposal == request.Id) is { } ended ? OfProposal(ended) : Open;
        }

        var (reached, ruled) = (Open, false);
        foreach (var entry in after.Select(record => record.Entry).Where(entry => request.Experiment is null || entry.Experiment == request.Experiment || IsOfPlay(entry.Event)))
        {
            // What was ruled first after the answer is about the answer; what is ruled later is about something else.
            if (entry.Event is RulingGiven { Action: var action } && action.Kind == request.Action && ruled)
            {
                return reached;
            }

            ruled |= entry.Event is RulingGiven;
            reached = Next(request, reached, entry) ?? reached;
            if (reached.State is ApprovalState.Executed or ApprovalState.Superseded)
            {
                return reached;
            }
        }

        return reached;
    }

    private static Aftermath OfProposal(ProposalEnded ended) => new(
        ended.State switch
        {
            ProposalState.Executed => ApprovalState.Executed,
            ProposalState.Failed => ApprovalState.Failed,
            ProposalState.Superseded or ProposalState.Denied => ApprovalState.Superseded,
            _ => throw new ArgumentOutOfRangeException(nameof(ended), ended.State, "no end of what was approved"),
        },
        ended.Why);

    private static Aftermath? Next(ApprovalRequest request, Aftermath reached, AuditEntry entry) => entry.Event switch
    {
        RulingGiven { Answer: { Kind: RulingKind.Deny } denied } given when given.Action.Kind == request.Action =>
            new(ApprovalState.Superseded, $"policy refuses it now ({denied.Code}): {denied.Reasons[0]}"),
        ApprovalAsked { Request: var again } when again.Action == request.Action && again.Id != request.Id =>
            new(ApprovalState.Superseded, "what would be done now is not what was approved: asked again", again.Id),
        ExperimentStarted when request.Action == ActionKind.StartExperiment => new(ApprovalState.Executed, "the experiment was started"),
        ChangeAdopted when request.Action == ActionKind.AdoptVariant => new(ApprovalState.Executed, "the variant was adopted"),
        AutonomyChanged when request.Action == ActionKind.RaiseAutonomy => new(ApprovalState.Executed, "the autonomy was raised"),
        EffectFailed failed => new(ApprovalState.Failed, failed.Why),
        EffectDone when reached.State == ApprovalState.Failed => Open,
        ExperimentEnded ended when request.Action == ActionKind.AdoptVariant =>
            new(ApprovalState.Superseded, $"the experiment ended otherwise: {Decisions.DecisionWords.End(ended.End)}"),
        PlayPaused paused when request.Action == ActionKind.StartExperiment => new(ApprovalState.Superseded, $"the play was paused before: {paused.Why}"),
        PlayStopped stopped when request.Action == ActionKind.StartExperiment => new(ApprovalState.Superseded, $"the play was stopped before: {stopped.Why}"),
        _ => null,
    };

    private static bool IsOfPlay(AuditEvent happened) => happened is PlayPaused or PlayStopped;
}
