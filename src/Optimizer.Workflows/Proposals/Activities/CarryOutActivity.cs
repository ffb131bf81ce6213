using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Proposals.Activities;

/// <summary>
/// Gives the order that a person would give: intent before, one signal under one key, effect after. Run again after a crash it gives
/// nothing twice.
/// </summary>
internal sealed class CarryOutActivity(World world)
{
    private const string PolicyPut = "policy.put";

    public static Activity<CarryOutOrder, ProposalEnd> Handle { get; } = new(ActivityNames.ProposalCarryOut);

    public Task<ProposalEnd> RunAsync(ActivityContext context, CarryOutOrder order) => order.Proposal.Kind == ProposalKind.ChangePolicy
        ? PutAsync(order, context.CancellationToken)
        : GiveAsync(order, context.CancellationToken);

    private static AuditEntry About(CarryOutOrder order, AuditEvent happened) => new()
    {
        Actor = order.By,
        At = order.At,
        Cause = order.Proposal.Id,
        Event = happened,
        Play = order.Proposal.Play,
    };

    private static PlayNews News(CarryOutOrder order)
    {
        var proposal = order.Proposal;
        var why = $"{proposal.Why} (proposed by {proposal.By})";
        return proposal.Kind switch
        {
            ProposalKind.PausePlay => new() { Command = new(PlayCommandKind.Pause, order.By, why) },
            ProposalKind.ResumePlay => new() { Command = new(PlayCommandKind.Resume, order.By, why) },
            ProposalKind.StopPlay => new() { Command = new(PlayCommandKind.Stop, order.By, why) },
            ProposalKind.TryHypothesis => new() { Proposed = new(proposal.Tried()!, proposal.By) },
            _ => throw new ArgumentOutOfRangeException(nameof(order), proposal.Kind, "no order to a play"),
        };
    }

    private async Task<ProposalEnd> GiveAsync(CarryOutOrder order, CancellationToken cancel)
    {
        var (proposal, request) = (order.Proposal, order.Request);
        var (id, effect) = (LoopNames.ProposalId(proposal.Id), $"{proposal.Id}/order");
        var target = proposal.Kind == ProposalKind.TryHypothesis ? $"backlog of {proposal.Play}" : $"play {proposal.Play}";
        await world.Audit.AppendAsync($"{id}/intent", About(order, new EffectIntended(effect, target, request.Before, request.After)), cancel);
        var answer = await world.Client().SignalAsync(LoopNames.PlayId(proposal.Play), LoopNames.PlayNews, News(order), id, cancel);
        var refusal = answer switch
        {
            SignalAnswer.Accepted or SignalAnswer.Duplicate => null,
            SignalAnswer.NotFound => "the play is not there any more",
            SignalAnswer.AlreadyFinished => "the play was stopped for good meanwhile",
            _ => throw new InvalidOperationException($"unknown answer to a signal: {answer}"),
        };
        await world.Audit.AppendAsync(
            $"{id}/done", About(order, refusal is null ? new EffectDone(effect, "the play was given the order") : new EffectFailed(effect, refusal)), cancel);
        return refusal is null
            ? new(ProposalState.Executed, order.By, $"{target} was given the order: {ProposalWords.Of(proposal.Kind)}")
            : new(ProposalState.Failed, "loop", refusal);
    }

    /// <summary>The order first: a policy that nobody is known to have given must not be in force.</summary>
    private async Task<ProposalEnd> PutAsync(CarryOutOrder order, CancellationToken cancel)
    {
        var (proposal, text) = (order.Proposal, order.Proposal.Policy!);
        var hash = StoredText.HashOf(text);
        var key = $"{LoopNames.ProposalId(proposal.Id)}/put";
        var given = await world.Audit.AppendAsync(key, About(order, new OrderGiven(PolicyPut, $"{hash} proposed by {proposal.By}")), cancel);

        // In a second run, whoever gave another order since has the last word.
        var since = new AuditQuery { AfterSequence = given.Sequence, Kinds = [AuditKinds.Of<OrderGiven>()], Play = proposal.Play };
        await foreach (var later in world.Audit.ReadAsync(since, cancel))
        {
            if (later.Entry.Event is OrderGiven { Order: PolicyPut })
            {
                return new(ProposalState.Superseded, later.Entry.Actor, "another policy was put in force meanwhile");
            }
        }

        await world.Plays.PutAsync(PlayTerms.PolicyName, text, $"proposal {proposal.Id}", order.At, cancel);
        return new(ProposalState.Executed, order.By, $"policy {hash} is in force from the next tick of each play");
    }
}
