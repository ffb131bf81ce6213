using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>What is live for everybody: it can change every variable that has an actuator.</summary>
internal sealed class SimulatedChannel(SimulatedMarket market) : IVariableChannel
{
    public bool CanChange(Play play, Variable variable) => variable.Actuator is not null;

    public Task<VariableSetting?> ReadAsync(Play play, Variable variable, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var setting = market.With(play, known => known.Timeline.Now.Applied(variable.Key) ?? new(variable.Key, known.Initial(variable.Key)));
        return Task.FromResult(variable.Actuator is null && variable.Current is null ? null : setting);
    }

    public Task ApplyAsync(Play play, Variable variable, VariableSetting setting, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (setting.Variable != variable.Key)
        {
            throw new ArgumentException($"a setting of {setting.Variable} was given for {variable.Key}", nameof(setting));
        }

        market.Change(play.Slug, new Timeline.Change.Applied(at, setting), key);
        return Task.CompletedTask;
    }
}
