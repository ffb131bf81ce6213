using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Approvals.Activities;
using Optimizer.Workflows.Plays.Activities;
using Optimizer.Workflows.Proposals.Activities;

namespace Optimizer.Workflows.Proposals;

/// <summary>
/// One proposal (S1-163): written down, ruled on by policy, asked of a person whatever policy says, looked at again once approved, then
/// given as the same order that a person would give. A command that somebody types, or a program sends, is never an act.
/// </summary>
public static class ProposalWorkflow
{
    // An approved order outlives an outage, as a question does.
    private static readonly RetrySchedule Patient = new(2000, TimeSpan.FromSeconds(30)) { Backoff = 2, Longest = TimeSpan.FromHours(4) };

    public static async Task<ProposalEnd> RunAsync(IWorkflowContext context, Proposal proposal)
    {
        var view = new ProposalView { Proposal = proposal };
        context.SetStatus(view);
        var first = await context.CallAsync(RuleProposalActivity.Handle, new(proposal, context.UtcNow, 1), Patient);
        if (Over(first) is { } over)
        {
            return await EndAsync(context, view with { Ruling = first.Ruling }, over);
        }

        view = view with { Request = first.Request, Ruling = first.Ruling, State = ProposalState.Asked };
        await context.CallAsync(
            OpenApprovalActivity.Handle, new ApprovalQuestion { Asker = context.InstanceId, Cause = proposal.Id, Request = first.Request! }, Patient);
        context.SetStatus(view);
        var answer = (await context.WaitAsync(LoopNames.ProposalNews, null))!.Payload.Approval;
        if (Refused(answer) is { } refused)
        {
            return await EndAsync(context, view, refused);
        }

        var again = await context.CallAsync(RuleProposalActivity.Handle, new(proposal, context.UtcNow, 2), Patient);
        var end = Over(again) ?? (again.Request!.PayloadHash != answer.PayloadHash
            ? new(ProposalState.Superseded, "loop", $"what would be done now is not what was approved: {again.Request.Before} would become {again.Request.After}")
            : await context.CallAsync(CarryOutActivity.Handle, new(proposal, again.Request, answer.By, context.UtcNow), Patient));
        return await EndAsync(context, view, end);
    }

    /// <summary>Why it goes no further; null when a person may be asked, or what was approved may be done.</summary>
    private static ProposalEnd? Over(ProposalRuling ruled) => ruled switch
    {
        { Fault: { } fault } => new(ProposalState.Superseded, "loop", fault),
        { Ruling: { Kind: RulingKind.Deny } denied } => new(ProposalState.Denied, "policy", $"{denied.Code}: {denied.Reasons[0]}"),
        _ => null,
    };

    private static ProposalEnd? Refused(ApprovalEnd answer) => answer.State switch
    {
        ApprovalState.Approved => null,
        ApprovalState.Rejected => new(ProposalState.Rejected, answer.By, answer.Comment ?? ""),
        ApprovalState.Expired => new(ProposalState.Expired, answer.By, "nobody answered in time"),
        var state => throw new InvalidOperationException($"a question of a proposal cannot end {state}"),
    };

    private static async Task<ProposalEnd> EndAsync(IWorkflowContext context, ProposalView view, ProposalEnd end)
    {
        var proposal = view.Proposal;
        await context.CallAsync(RecordActivity.Handle, new($"{LoopNames.ProposalId(proposal.Id)}/ended", [new()
        {
            Actor = end.By,
            At = context.UtcNow,
            Cause = proposal.Id,
            Event = new ProposalEnded(proposal.Id, end.State, end.By, end.Why),
            Play = proposal.Play,
        }], null), Patient);
        context.SetStatus(view with { End = end, State = end.State });
        return end;
    }
}
