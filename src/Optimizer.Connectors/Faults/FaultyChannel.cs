using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>A channel that fails by plan, before or after the change is live.</summary>
internal sealed class FaultyChannel(IVariableChannel channel, FaultPlan plan) : IVariableChannel
{
    private const string Port = nameof(IVariableChannel);

    public bool CanChange(Play play, Variable variable) => channel.CanChange(play, variable);

    public Task<VariableSetting?> ReadAsync(Play play, Variable variable, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"read {play.Slug} {variable.Key}", () => channel.ReadAsync(play, variable, cancellationToken));

    public Task ApplyAsync(Play play, Variable variable, VariableSetting setting, DateTimeOffset at, string key, CancellationToken cancellationToken) =>
        plan.DoAsync(Port, $"apply {key}", () => channel.ApplyAsync(play, variable, setting, at, key, cancellationToken));
}
