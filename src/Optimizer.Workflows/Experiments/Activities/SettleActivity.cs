using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using static Optimizer.Domain.Words;

namespace Optimizer.Workflows.Experiments.Activities;

/// <summary>
/// Brings the world to adopted or restored and says so (S0-041, S0-043): first the setting, then the flag, then the check that nothing
/// is left half, then the register, the trail and the play. Every step is safe to repeat.
/// </summary>
internal sealed class SettleActivity(World world, TermsReader terms, FreezeGate gate)
{
    public static Activity<ExperimentOrder, None> Handle { get; } = new(ActivityNames.ExperimentSettle);

    public async Task<None> RunAsync(ActivityContext context, ExperimentOrder order)
    {
        var (state, settle, cancel) = (order.State, order.State.Settle!, context.CancellationToken);
        var inForce = await terms.SinceAsync(state.Play, state.DefinitionHash, cancel);
        var variable = inForce.Play.Variables.First(each => each.Key == state.Hypothesis.Variable);
        if (state.Before is { } before)
        {
            var wanted = settle.Adopts ? state.Hypothesis.Setting : before;
            var effects = new Effects(world.Audit, gate, inForce.Policy.IsFrozen);
            await ApplyAsync(effects, order, inForce.Play, variable, before, wanted, cancel);
            await RemoveFlagAsync(effects, order, cancel);
            await CheckAsync(inForce.Play, variable, wanted, state.Id, cancel);
        }

        await world.Register.EndAsync(
            new()
            {
                End = settle.End,
                EndedAt = order.At,
                Fingerprint = state.Hypothesis.Fingerprint,
                Id = state.Id,
                Page = inForce.Policy.Page,
                Play = state.Play,
                Site = state.Site,
                StartedAt = state.StartedAt,
                Variable = state.Hypothesis.Variable,
            },
            cancel);
        await world.Audit.AppendAsync(Entries(order), cancel);
        await world.Campaign.NoteAsync(
            state.Play, $"{state.Id}: {settle.End}", $"{state.Hypothesis.Change}\n{string.Join("\n", settle.Why)}", $"{state.Id}/settled/note", cancel);
        await world.Client().SignalAsync(LoopNames.PlayId(state.Play), LoopNames.PlayNews, new PlayNews { Experiment = End(order) }, state.Id, cancel);
        return default;
    }

    private static double? Booked(ExperimentState state, Settlement settle) => settle switch
    {
        { Counts: false } => null,
        { End: DecisionKind.AdoptProven } => state.LastLook?.Shrunken ?? 0,
        _ => 0,
    };

    /// <summary>What counts for convergence: a gain that a person turned down was there to be had all the same.</summary>
    private static double? Improvement(ExperimentState state, Settlement settle) =>
        !settle.Counts && state is { Rejected: > 0, LastLook: { Kind: DecisionKind.AdoptProven or DecisionKind.AdoptProvisional } look }
            ? look.Shrunken
            : Booked(state, settle);

    private static ExperimentEnd End(ExperimentOrder order)
    {
        var (state, settle) = (order.State, order.State.Settle!);
        return new(
            state.Id, state.Hypothesis, settle.End, state.LastLook?.Gain, Improvement(state, settle), state.LastLook?.DetectableLift, order.At,
            state.Approved, state.Rejected);
    }

    private static List<KeyedEntry> Entries(ExperimentOrder order)
    {
        var (state, settle, look) = (order.State, order.State.Settle!, order.State.LastLook);
        var about = PrepareActivity.About(state) with { At = order.At };
        var entries = new List<KeyedEntry>();
        if (settle.Adopts && state.Before is { } before)
        {
            entries.Add(new($"{state.Id}/adopted", about with
            {
                Event = new ChangeAdopted(
                    state.Kpi, before, state.Hypothesis.Setting, state.Hypothesis.Change, settle.End == DecisionKind.AdoptProven,
                    settle.End == DecisionKind.AdoptProven ? look?.Shrunken ?? 0 : 0, look?.Lowest, look?.Highest),
            }));
        }

        entries.Add(new($"{state.Id}/ended", about with
        {
            Event = new ExperimentEnded(
                settle.End, look?.Decision ?? "", look?.Gain, Booked(state, settle), look?.Lowest, look?.Highest, look?.DetectableLift,
                look?.Units ?? 0, look?.ControlMean, look?.VariantMean, settle.Why),
        }));
        return entries;
    }

    private async Task ApplyAsync(
        Effects effects, ExperimentOrder order, Play play, Variable variable, VariableSetting before, VariableSetting wanted, CancellationToken cancel)
    {
        var live = await world.Channel.ReadAsync(play, variable, cancel);
        if (live == wanted && wanted == before)
        {
            return;
        }

        var id = $"{order.State.Id}/live";
        await effects.MakeAsync(
            id, PrepareActivity.About(order.State) with { At = order.At },
            new(id, $"{variable.Actuator}: {variable.Key} of {play.Slug}", before.Json, wanted.Json),
            async key =>
            {
                await world.Channel.ApplyAsync(play, variable, wanted, order.At, key, cancel);
                return "live";
            },
            cancel);
    }

    private async Task RemoveFlagAsync(Effects effects, ExperimentOrder order, CancellationToken cancel)
    {
        var id = $"{order.State.Id}/flag-off";
        await effects.MakeAsync(
            id, PrepareActivity.About(order.State) with { At = order.At },
            new(id, $"flag {order.State.Id}", string.Join(" / ", order.State.Weights.Select(Limit)), "removed"),
            async key =>
            {
                await world.Flags.RemoveAsync(order.State.Id, order.At, key, cancel);
                return "removed";
            },
            cancel);
    }

    private async Task CheckAsync(Play play, Variable variable, VariableSetting wanted, string experiment, CancellationToken cancel)
    {
        var live = await world.Channel.ReadAsync(play, variable, cancel);
        if (live?.Json != wanted.Json)
        {
            throw new InvalidOperationException($"after settling {experiment}, {variable.Key} is {live?.Json ?? "not known"} and not {wanted.Json}");
        }

        if (await world.Flags.FindAsync(experiment, cancel) is not null)
        {
            throw new InvalidOperationException($"after settling {experiment}, its flag is still there");
        }
    }
}
