using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>
/// What was live on a play, and since when. A key is obeyed once. A change that comes late, as after a crash, takes its place by
/// its own time, and what was changed after it stays changed.
/// </summary>
internal sealed class Timeline
{
    private readonly List<Change> _changes = [];
    private readonly List<MarketState> _states = [MarketState.Untouched];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<VariableSetting, DateTimeOffset> _firstSeen = [];

    public MarketState Now => _states[^1];

    /// <summary>Obeys a change; null when its key was obeyed before, else the moment from which figures may differ.</summary>
    public DateTimeOffset? Add(Change change, string key)
    {
        if (!_keys.Add(key))
        {
            return null;
        }

        var place = _changes.Count;
        while (place > 0 && _changes[place - 1].At > change.At)
        {
            place--;
        }

        _changes.Insert(place, change);
        _states.RemoveRange(place + 1, _states.Count - place - 1);
        for (var i = place; i < _changes.Count; i++)
        {
            _states.Add(_changes[i].After(_states[^1]));
        }

        foreach (var setting in change.Shown)
        {
            if (!_firstSeen.TryGetValue(setting, out var seen) || change.At < seen)
            {
                _firstSeen[setting] = change.At;
            }
        }

        return change.At;
    }

    /// <summary>When anybody first met the setting; null when nobody has.</summary>
    public DateTimeOffset? FirstSeen(VariableSetting setting) => _firstSeen.TryGetValue(setting, out var at) ? at : null;

    /// <summary>The state in force at a moment and those that follow it before <paramref name="until"/>.</summary>
    public ReadOnlySpan<MarketState> Between(DateTimeOffset from, DateTimeOffset until)
    {
        var states = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_states);
        var (low, high) = (0, states.Length);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = states[middle].At <= from ? (middle, high) : (low, middle);
        }

        var end = low + 1;
        while (end < states.Length && states[end].At < until)
        {
            end++;
        }

        return states[low..end];
    }

    /// <summary>One thing done to the market.</summary>
    internal abstract record Change(DateTimeOffset At)
    {
        public virtual IReadOnlyList<VariableSetting> Shown => [];

        public abstract MarketState After(MarketState state);

        public sealed record Applied(DateTimeOffset At, VariableSetting Setting) : Change(At)
        {
            public override IReadOnlyList<VariableSetting> Shown => [Setting];

            public override MarketState After(MarketState state) => state with
            {
                At = At,
                Settings = [.. state.Settings.Where(setting => setting.Variable != Setting.Variable), Setting],
            };
        }

        public sealed record Put(DateTimeOffset At, FlagState Flag) : Change(At)
        {
            public override IReadOnlyList<VariableSetting> Shown => Flag.Enabled ? Flag.Settings : [];

            public override MarketState After(MarketState state) => state with
            {
                At = At,
                Flags = state.Flag(Flag.Experiment) is null
                    ? [.. state.Flags, Flag]
                    : [.. state.Flags.Select(flag => flag.Experiment == Flag.Experiment ? Flag : flag)],
            };
        }

        public sealed record Removed(DateTimeOffset At, string Experiment) : Change(At)
        {
            public override MarketState After(MarketState state) =>
                state with { At = At, Flags = [.. state.Flags.Where(flag => flag.Experiment != Experiment)] };
        }
    }
}
