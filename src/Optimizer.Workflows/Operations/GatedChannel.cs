using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Operations;

/// <summary>The channel behind the gate.</summary>
internal sealed class GatedChannel(FreezeGate gate, IVariableChannel inner) : IVariableChannel
{
    public bool CanChange(Play play, Variable variable) => inner.CanChange(play, variable);

    public Task<VariableSetting?> ReadAsync(Play play, Variable variable, CancellationToken cancellationToken) =>
        inner.ReadAsync(play, variable, cancellationToken);

    public async Task ApplyAsync(
        Play play, Variable variable, VariableSetting setting, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        await gate.PassAsync($"{variable.Key} of {play.Slug}", cancellationToken);
        await inner.ApplyAsync(play, variable, setting, at, key, cancellationToken);
    }
}
