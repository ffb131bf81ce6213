using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Proposals;

namespace Optimizer.Cockpit.Proposals;

/// <summary>Finds proposals: the engine says how one stands that it still has, the trail what came of all.</summary>
internal sealed class ProposalFinder(ServedLoop loop)
{
    private const int InstancesPerPage = 1000;

    private static readonly RunState[] Open = [RunState.Pending, RunState.Running, RunState.Suspended, RunState.Parked];

    private static readonly string[] Kinds = [AuditKinds.Of<ApprovalAsked>(), AuditKinds.Of<ProposalEnded>(), AuditKinds.Of<ProposalMade>()];

    /// <summary>One of the engine's; null when it has none of this id, or has forgotten it.</summary>
    public async Task<ProposalView?> ViewAsync(string id, CancellationToken cancellationToken) =>
        await loop.Client.StatusAsync(LoopNames.ProposalId(id), cancellationToken) is { } status ? Read(status) : null;

    /// <summary>All that are open, in the order of the engine.</summary>
    public async Task<IReadOnlyList<ProposalView>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<ProposalView>();
        string? after = null;
        do
        {
            var page = await loop.Client.ListAsync(
                new() { After = after, PageSize = InstancesPerPage, States = Open, Workflow = LoopNames.Proposal.Name }, cancellationToken);
            open.AddRange(page.Instances.Select(Read).Where(view => view.End is null));
            after = page.Next;
        }
        while (after is not null);
        return open;
    }

    /// <summary>One, however long ago.</summary>
    public async Task<ProposalShown?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ViewAsync(id, cancellationToken) is { } view ? ProposalShown.Of(view)
        : (await SinceAsync(null, null, cancellationToken)).FirstOrDefault(shown => shown.Id == id);

    /// <summary>All that were made since, newest first.</summary>
    public async Task<IReadOnlyList<ProposalShown>> SinceAsync(string? play, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var made = new List<Proposal>();
        var asked = new Dictionary<string, ApprovalRequest>(StringComparer.Ordinal);
        var ended = new Dictionary<string, ProposalEnded>(StringComparer.Ordinal);
        await foreach (var record in loop.World.Audit.ReadAsync(new() { Kinds = Kinds, Play = play, Since = since }, cancellationToken))
        {
            switch (record.Entry.Event)
            {
                case ProposalMade { Proposal: var proposal }:
                    made.Add(proposal);
                    break;
                case ApprovalAsked { Request: var request }:
                    asked[request.Id] = request;
                    break;
                case ProposalEnded end:
                    ended[end.Proposal] = end;
                    break;
                default:
                    break;
            }
        }

        made.Reverse();
        return [.. made.Select(proposal => Shown(proposal, asked.GetValueOrDefault(proposal.Id), ended.GetValueOrDefault(proposal.Id)))];
    }

    private static ProposalShown Shown(Proposal proposal, ApprovalRequest? request, ProposalEnded? ended) => ProposalShown.Of(
        proposal, request, ended?.State ?? (request is null ? ProposalState.Proposed : ProposalState.Asked),
        ended is null ? null : new(ended.State, ended.By, ended.Why));

    private static ProposalView Read(InstanceStatus status) => status.Status is { } known
        ? known.ReadAs<ProposalView>("the view of a proposal", status.InstanceId)
        : new() { Proposal = status.Input.ReadAs<Proposal>("a proposal", status.InstanceId) };
}
