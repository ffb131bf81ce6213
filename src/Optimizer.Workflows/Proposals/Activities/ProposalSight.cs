using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Proposals.Activities;

/// <summary>What is true of a proposal now: how the play or the policy stands, and everything policy sees.</summary>
internal sealed class ProposalSight(World world, TermsReader terms, FreezeSwitch freeze)
{
    public IAuditTrail Trail => world.Audit;

    /// <summary>Looks.</summary>
    /// <returns>The fault alone when there is nothing to do.</returns>
    public async Task<ProposalCase> LookAsync(Proposal proposal, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (proposal.Kind == ProposalKind.ChangePolicy)
        {
            return await PolicyAsync(proposal, at, cancellationToken);
        }

        if (await world.Client().StatusAsync(LoopNames.PlayId(proposal.Play), cancellationToken) is not { } status
            || await world.Plays.FindAsync(proposal.Play, cancellationToken) is null)
        {
            return new($"there is no play '{proposal.Play}' any more");
        }

        var view = status.Status?.ReadAs<PlayView>("the view of a play", status.InstanceId);
        var turn = ProposalTurn.Of(proposal.Kind, view?.Status ?? default, view?.Experiment);
        if (turn.Fault is not null)
        {
            return new(turn.Fault);
        }

        var inForce = await terms.InForceAsync(proposal.Play, cancellationToken);
        var action = Action(proposal, at);
        if (proposal.Tried() is { } tried)
        {
            if (inForce.Play.Variables.FirstOrDefault(each => each.Key == tried.Variable) is not { } variable)
            {
                return new($"the play has no variable '{tried.Variable}'");
            }

            action = action with { IsAutonomousVariable = variable.Autonomous, IsImplementable = world.Channel.CanChange(inForce.Play, variable) };
            turn = new((await world.Channel.ReadAsync(inForce.Play, variable, cancellationToken))?.Json ?? "", tried.Setting.Json);
        }

        var policy = inForce.For(action.Kind, null);
        var page = await world.Register.ReadAsync(policy.Site, proposal.Play, at, cancellationToken);
        return new(null)
        {
            Action = action,
            Autonomy = view?.Autonomy ?? default,
            History = page.History with { IsFrozen = await freeze.ReadAsync(cancellationToken) is not null },
            Name = inForce.Play.Name,
            Policy = policy,
            Reference = inForce.Reference,
            Turn = turn,
        };
    }

    private static ProposedAction Action(Proposal proposal, DateTimeOffset at)
    {
        var tried = proposal.Tried();
        return new()
        {
            At = at,
            BudgetChange = tried?.BudgetChange,
            Class = tried?.Class ?? ChangeClass.Strategy,
            Fingerprint = tried?.Fingerprint,
            Kind = proposal.Kind switch
            {
                ProposalKind.PausePlay => ActionKind.PausePlay,
                ProposalKind.ResumePlay => ActionKind.ResumePlay,
                ProposalKind.StopPlay => ActionKind.StopPlay,
                ProposalKind.TryHypothesis => ActionKind.TryHypothesis,
                _ => throw new ArgumentOutOfRangeException(nameof(proposal), proposal.Kind, "no order to a play"),
            },
            Play = proposal.Play,
            Risk = tried?.Risk ?? Domain.Hypotheses.RiskLevel.Medium,
            TrafficShare = tried?.TrafficShare ?? 1,
            Variable = tried?.Variable,
        };
    }

    private async Task<ProposalCase> PolicyAsync(Proposal proposal, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var change = await PolicyChange.ReadAsync(world.Plays, terms, proposal.Policy!, "proposal", cancellationToken);
        if (change.Book is null)
        {
            return new($"the policy cannot be read: {change.Problems[0]}");
        }

        if (change.IsSame)
        {
            return new("this policy is in force already");
        }

        // What holds for every play: no scope of one play may make it easier to change the rules of all.
        var policy = change.Before.ForSlug("-");
        return new(null)
        {
            Action = new() { At = at, Class = ChangeClass.Strategy, Kind = change.Wider.Count > 0 ? ActionKind.WidenPolicy : ActionKind.ChangePolicy, Play = proposal.Play },
            Autonomy = policy.AutonomyStart,
            History = ActionHistory.Empty with { IsFrozen = await freeze.ReadAsync(cancellationToken) is not null },
            Name = "the policy",
            Notes = [.. change.Wider.Select(wider => $"allows more: {wider.Key} {wider.To} instead of {wider.From}")],
            Policy = policy,
            Reference = $"{change.BeforeHash}/-",
            Turn = new(change.BeforeText, proposal.Policy!),
        };
    }
}
