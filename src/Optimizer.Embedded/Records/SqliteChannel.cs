using Optimizer.Domain.Plays;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>
/// Settings that Optimizer keeps itself and that customers' own code reads from it. What was never set is as the definition says; a key
/// that was obeyed before changes nothing.
/// </summary>
internal sealed class SqliteChannel : IVariableChannel
{
    // What a definition does not tell: any setting that no hypothesis proposes.
    private const string Unknown = "null";

    private readonly RecordSession _session;
    private readonly IReadOnlySet<string>? _actuators;
    private readonly Statement _insert;
    private readonly Statement _last;

    /// <param name="session">The open records.</param>
    /// <param name="actuators">Names of the channels whose code reads its settings here; null for all.</param>
    public SqliteChannel(RecordSession session, IReadOnlySet<string>? actuators)
    {
        (_session, _actuators) = (session, actuators);
        _insert = session.Prepare("INSERT INTO setting_change (key, play, variable, at, json) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING");
        _last = session.Prepare("SELECT json FROM setting_change WHERE play = ? AND variable = ? ORDER BY number DESC LIMIT 1");
    }

    public bool CanChange(Play play, Variable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.Actuator is { } actuator && _actuators?.Contains(actuator) != false;
    }

    public Task<VariableSetting?> ReadAsync(Play play, Variable variable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        ArgumentNullException.ThrowIfNull(variable);
        cancellationToken.ThrowIfCancellationRequested();
        var json = _session.Read(_ => _last.Bind(1, play.Slug).Bind(2, variable.Key).First(row => row.Text(0)))
            ?? variable.Current
            ?? (variable.Actuator is null ? null : Unknown);
        return Task.FromResult(json is null ? null : new VariableSetting(variable.Key, json));
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The setting is of another variable.</exception>
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

        _ = _session.Change(() =>
            _insert.Bind(1, key).Bind(2, play.Slug).Bind(3, variable.Key).Bind(4, at.UtcTicks).Bind(5, setting.Json).Run());
        return Task.CompletedTask;
    }
}
