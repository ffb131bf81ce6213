using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Kit;

/// <summary>Flags and channel that write down what reached them; a key that comes again is the same change, and counted.</summary>
internal sealed class WorldLog(IFeatureFlags flags, IVariableChannel channel) : IFeatureFlags, IVariableChannel
{
    private readonly Lock _gate = new();
    private readonly List<WorldChange> _changes = [];
    private readonly Dictionary<string, string> _plays = [];

    /// <summary>In the order in which they came, each key once.</summary>
    public IReadOnlyList<WorldChange> Changes
    {
        get
        {
            lock (_gate)
            {
                return [.. _changes];
            }
        }
    }

    /// <summary>Calls of every kind, reads included.</summary>
    public int Calls { get; private set; }

    /// <summary>Writes alone, those of one key each time they come.</summary>
    public int Writes { get; private set; }

    public Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _plays[flag.Experiment] = flag.Play;
        }

        Note(new(at, key, flag.Play, "put", flag.Experiment, flag.Enabled ? string.Join(" ", flag.Weights) : "off"));
        return flags.PutAsync(flag, at, key, cancellationToken);
    }

    public Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken)
    {
        Calls++;
        return flags.FindAsync(experiment, cancellationToken);
    }

    public Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        Note(new(at, key, _plays.GetValueOrDefault(experiment, "?"), "remove", experiment, ""));
        return flags.RemoveAsync(experiment, at, key, cancellationToken);
    }

    public bool CanChange(Play play, Variable variable) => channel.CanChange(play, variable);

    public Task<VariableSetting?> ReadAsync(Play play, Variable variable, CancellationToken cancellationToken)
    {
        Calls++;
        return channel.ReadAsync(play, variable, cancellationToken);
    }

    public Task ApplyAsync(Play play, Variable variable, VariableSetting setting, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        Note(new(at, key, play.Slug, "apply", variable.Key, setting.Json));
        return channel.ApplyAsync(play, variable, setting, at, key, cancellationToken);
    }

    private void Note(WorldChange change)
    {
        lock (_gate)
        {
            Calls++;
            Writes++;
            if (!_changes.Exists(known => known.Key == change.Key))
            {
                _changes.Add(change);
            }
        }
    }
}
