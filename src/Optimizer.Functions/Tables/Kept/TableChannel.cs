using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables.Kept;

/// <summary>
/// Settings that Optimizer keeps itself and that customers' own code reads from it. What was never set is as the definition says.
/// </summary>
/// <param name="rows">Where they are.</param>
/// <param name="clock">Paces what is tried again.</param>
/// <param name="actuators">Names of the channels whose code reads its settings here; null for all.</param>
internal sealed class TableChannel(RowTable rows, TimeProvider clock, IReadOnlySet<string>? actuators) : IVariableChannel
{
    // What a definition does not tell: any setting that no hypothesis proposes.
    private const string Unknown = "null";

    private readonly KeyedChanges _changes = new(rows, new(clock));

    public bool CanChange(Play play, Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.Actuator is { } actuator && actuators?.Contains(actuator) != false;
    }

    public async Task<VariableSetting?> ReadAsync(Play play, Variable variable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(variable);
        var json = (await _changes.NewestAsync(Partition(play, variable), cancellationToken))?.Text
            ?? variable.Current
            ?? (variable.Actuator is null ? null : Unknown);
        return json is null ? null : new VariableSetting(variable.Key, json);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The setting is of another variable.</exception>
    public Task ApplyAsync(Play play, Variable variable, VariableSetting setting, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Variable != variable.Key
            ? throw new ArgumentException($"a setting of {setting.Variable} was given for {variable.Key}", nameof(setting))
            : _changes.AddAsync(Partition(play, variable), key, setting.Json, cancellationToken);
    }

    private static string Partition(Play play, Variable variable) => RowKeys.Join("setting", RowKeys.Hash(play.Slug, variable.Key));
}
