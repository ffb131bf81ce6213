using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Memory;

/// <summary>
/// What would be live if the loop had been there: begins with the definition's own settings and changes nothing outside. A key that
/// was obeyed before changes nothing.
/// </summary>
/// <param name="mayChange">Asked before a change is tried; null when every variable with an actuator can be changed.</param>
public sealed class MemoryChannel(Func<bool>? mayChange = null) : IVariableChannel
{
    // What a definition does not tell: any setting that no hypothesis proposes.
    private const string Unknown = "null";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Play, string Variable), VariableSetting> _live = [];

    public bool CanChange(Play play, Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.Actuator is not null && mayChange?.Invoke() != false;
    }

    public Task<VariableSetting?> ReadAsync(Play play, Variable variable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(variable);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(
                _live.TryGetValue((play.Slug, variable.Key), out var live) ? live
                : variable.Actuator is null && variable.Current is null ? null
                : new VariableSetting(variable.Key, variable.Current ?? Unknown));
        }
    }

    public Task ApplyAsync(Play play, Variable variable, VariableSetting setting, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(setting);
        cancellationToken.ThrowIfCancellationRequested();
        if (setting.Variable != variable.Key)
        {
            throw new ArgumentException($"a setting of {setting.Variable} was given for {variable.Key}", nameof(setting));
        }

        lock (_gate)
        {
            if (_keys.Add(key))
            {
                _live[(play.Slug, variable.Key)] = setting;
            }
        }

        return Task.CompletedTask;
    }
}
