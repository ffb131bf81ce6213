using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using static Optimizer.Domain.Words;

namespace Optimizer.Workflows.Experiments.Activities;

/// <summary>Asks policy whether a variant may go live (C07, S0-041).</summary>
internal sealed class RuleAdoptionActivity(World world, TermsReader terms, FreezeSwitch freeze)
{
    public static Activity<ExperimentOrder, AdoptionAnswer> Handle { get; } = new(ActivityNames.ExperimentRule);

    public async Task<AdoptionAnswer> RunAsync(ActivityContext context, ExperimentOrder order)
    {
        var (state, cancel) = (order.State, context.CancellationToken);
        var inForce = await terms.SinceAsync(state.Play, state.DefinitionHash, cancel);
        var (play, policy) = (inForce.Play, inForce.For(ActionKind.AdoptVariant, state.Id));
        var look = state.Decided!;
        var isFrozen = await freeze.ReadAsync(cancel) is not null;
        var page = await world.Register.ReadAsync(policy.Site, state.Play, order.At, cancel);
        var history = page.History with { IsFrozen = isFrozen };
        var action = new ProposedAction
        {
            At = order.At,
            BudgetChange = state.Hypothesis.BudgetChange,
            BudgetChangeLastDay = state.Hypothesis.BudgetChange is null
                ? 0
                : await Plays.Activities.BudgetMoves.LastDayAsync(world.Audit, state.Play, state.Id, order.At, cancel),
            Class = state.Hypothesis.Class,
            Experiment = state.Id,
            Fingerprint = state.Hypothesis.Fingerprint,
            Gain = look.Gain,
            IsAutonomousVariable = play.Variables.First(each => each.Key == state.Hypothesis.Variable).Autonomous,
            IsProven = look.Kind == DecisionKind.AdoptProven,
            Kind = ActionKind.AdoptVariant,
            Play = state.Play,
            Risk = state.Hypothesis.Risk,
            TrafficShare = state.Hypothesis.TrafficShare,
            Variable = state.Hypothesis.Variable,
        };
        var autonomy = await AutonomyAsync(state, cancel);
        var given = PolicyRule.Rule(action, history, autonomy, policy);
        var payload = PayloadHash.Of(state.Id, "adopt", state.Before!.Json, state.Hypothesis.Setting.Json);
        var record = await world.Audit.AppendAsync($"{state.Id}/adoption-ruling-{state.Questions + 1}", PrepareActivity.About(state) with
        {
            Actor = "policy",
            At = order.At,
            Event = new RulingGiven($"{state.Id}.r{state.Questions + 1}", action, history, autonomy, inForce.Reference, given),
        }, cancel);

        // What is stored first is what counts, also in a second run after a failure.
        var ruling = ((RulingGiven)record.Entry.Event).Answer;
        var isGranted = ruling.Kind == RulingKind.Ask && state.Granted is { State: ApprovalState.Approved } granted && granted.PayloadHash == payload;
        var adopts = ruling.Kind == RulingKind.Allow || isGranted;
        return new(ruling, adopts, ruling.Kind == RulingKind.Ask && !isGranted ? Request(order, inForce, ruling, payload) : null);
    }

    /// <summary>The play's level now: what was lowered since the start holds at once (C34).</summary>
    private async Task<Autonomy> AutonomyAsync(ExperimentState state, CancellationToken cancel)
    {
        var play = await world.Client().StatusAsync(LoopNames.PlayId(state.Play), cancel);
        var now = play?.Status?.ReadAs<PlayView>("the view of a play", state.Play).Autonomy ?? state.Autonomy;
        return now < state.Autonomy ? now : state.Autonomy;
    }

    private static ApprovalRequest Request(ExperimentOrder order, PlayTerms terms, Ruling ruling, string payload)
    {
        var (state, look) = (order.State, order.State.Decided!);
        var share = look.Kind == DecisionKind.AdoptProvisional ? "to 90 % of the traffic, unproven, " : "";
        return new()
        {
            Action = ActionKind.AdoptVariant,
            After = state.Hypothesis.Setting.Json,
            AskedAt = order.At,
            Before = state.Before!.Json,
            Class = state.Hypothesis.Class,
            Experiment = state.Id,
            ExpiresAt = order.At.AddHours(ruling.Terms!.Hours),
            Id = $"{state.Id}.q{state.Questions + 1}",
            OnTimeout = ruling.Terms.OnTimeout,
            PayloadHash = payload,
            Play = state.Play,
            Quorum = ruling.Terms.Quorum,
            Reasons = [.. ruling.Reasons, .. look.Reasons],
            RequestedBy = Plays.Activities.TickBook.Loop,
            Risk = state.Hypothesis.Risk,
            Seat = ruling.Seat ?? terms.Policy.DefaultSeat,
            Title = $"Adopt {share}on {terms.Play.Name}: {state.Hypothesis.Change} ({Change(look.Gain)})",
            TrafficShare = state.Hypothesis.TrafficShare,
        };
    }
}
