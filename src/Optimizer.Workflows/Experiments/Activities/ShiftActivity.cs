using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Experiments.Activities;

/// <summary>Puts other shares of traffic in force; the first time this is the start of the exposure.</summary>
internal sealed class ShiftActivity(World world, TermsReader terms, FreezeGate gate)
{
    public static Activity<ExperimentOrder, None> Handle { get; } = new(ActivityNames.ExperimentShift);

    public async Task<None> RunAsync(ActivityContext context, ExperimentOrder order)
    {
        var (state, cancel) = (order.State, context.CancellationToken);
        var flag = new FlagState(state.Id, state.Play, true, state.NextWeights!, [state.Before!, state.Hypothesis.Setting]);
        var id = $"{state.Id}/flag-{state.Shifts + 1}";
        var inForce = await terms.SinceAsync(state.Play, state.DefinitionHash, cancel);
        await new Effects(world.Audit, gate, inForce.Policy.IsFrozen).MakeAsync(
            id, PrepareActivity.About(state) with { At = order.At },
            new(id, $"flag {state.Id}", Shares(state.Shifts == 0 ? [1, 0] : state.Weights), Shares(flag.Weights)),
            async key =>
            {
                await world.Flags.PutAsync(flag, order.At, key, cancel);
                return "in force";
            },
            cancel);
        return default;
    }

    private static string Shares(IReadOnlyList<double> weights) => string.Join(" / ", weights.Select(Domain.Words.Limit));
}
