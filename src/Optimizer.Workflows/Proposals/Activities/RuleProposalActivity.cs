using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Proposals.Activities;

/// <summary>
/// Writes down what is proposed, and asks policy; before an approved proposal is carried out, once more on what is true then. What is
/// stored first is what counts, also in a second run after a crash.
/// </summary>
internal sealed class RuleProposalActivity(ProposalSight sight)
{
    // Longer texts stand in the trail with the proposal, and are named by their hash where people are asked.
    private const int LongestShown = 32 * 1024;

    public static Activity<RuleProposalOrder, ProposalRuling> Handle { get; } = new(ActivityNames.ProposalRule);

    public async Task<ProposalRuling> RunAsync(ActivityContext context, RuleProposalOrder order)
    {
        var (proposal, cancel) = (order.Proposal, context.CancellationToken);
        var about = new AuditEntry { Actor = proposal.By, At = proposal.At, Cause = proposal.Id, Event = new ProposalMade(proposal), Play = proposal.Play };
        await sight.Trail.AppendAsync($"{LoopNames.ProposalId(proposal.Id)}/made", about, cancel);
        var found = await sight.LookAsync(proposal, order.At, cancel);
        if (found.Fault is not null)
        {
            return new(found.Fault, null, null);
        }

        var given = PolicyRule.Rule(found.Action, found.History, found.Autonomy, found.Policy);
        var record = await sight.Trail.AppendAsync($"{LoopNames.ProposalId(proposal.Id)}/ruling-{order.Look}", about with
        {
            Actor = "policy",
            At = order.At,
            Event = new RulingGiven($"{proposal.Id}-r{order.Look}", found.Action, found.History, found.Autonomy, found.Reference, given),
        }, cancel);
        var ruling = ((RulingGiven)record.Entry.Event).Answer;
        return new(null, ruling, ruling.Kind == RulingKind.Deny ? null : Request(proposal, found, ruling, order.At));
    }

    /// <summary>A person is asked even where policy would allow it: then in the seat that answers where nothing else is said (S1-163).</summary>
    private static ApprovalRequest Request(Proposal proposal, ProposalCase found, Ruling ruling, DateTimeOffset at)
    {
        var (policy, tried) = (found.Policy, proposal.Tried());
        var terms = ruling.Terms ?? new(policy.ApprovalTimeout, policy.ApprovalHours, policy.ApprovalQuorum);
        return new()
        {
            Action = found.Action.Kind,
            After = Shown(found.Turn.After),
            AskedAt = at,
            Before = Shown(found.Turn.Before),
            Class = found.Action.Class,
            ExpiresAt = at.AddHours(terms.Hours),
            Id = proposal.Id,
            IsOwnOrder = proposal is { IsHuman: true, MayOrder: true } && proposal.Kind != ProposalKind.ChangePolicy,

            // What was wanted once is not wanted for ever: an order that nobody answers is not kept ready.
            OnTimeout = terms.OnTimeout == TimeoutAction.Park ? TimeoutAction.Reject : terms.OnTimeout,
            PayloadHash = PayloadHash.Of(proposal.Id, proposal.Kind.ToString(), proposal.Play, found.Turn.Before, found.Turn.After, tried?.Fingerprint ?? ""),
            Play = proposal.Play,
            Quorum = terms.Quorum,
            Reasons =
            [
                .. ruling.Reasons, .. found.Notes,
                $"{proposal.By}{(proposal.IsHuman ? "" : ", a program,")} proposes it ({proposal.Source.ToString().ToLowerInvariant()}): {proposal.Why}",
            ],
            RequestedBy = proposal.By,

            // Nothing stands still while it waits: a program's proposal is no reason to wake anybody.
            Risk = RiskLevel.Medium,
            Seat = ruling.Seat ?? policy.DefaultSeat,
            Title = proposal.Kind == ProposalKind.ChangePolicy ? "Change the policy" : $"{found.Name}: {ProposalWords.Of(proposal.Kind)}{(tried is null ? "" : $" ({tried.Variable}: {tried.Change})")}",
            TrafficShare = found.Action.TrafficShare,
        };
    }

    private static string Shown(string text) => text.Length <= LongestShown ? text : $"a text of {text.Length} characters, {StoredText.HashOf(text)}";
}
