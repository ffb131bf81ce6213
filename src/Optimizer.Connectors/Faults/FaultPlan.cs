using System.Collections.Concurrent;
using System.Globalization;
using Optimizer.Connectors.Simulated;

namespace Optimizer.Connectors.Faults;

/// <summary>
/// What goes wrong with which call: by seed, call and how often that call was made, so that a retry may fare better and plays that run
/// side by side do not change each other's fate. Thread-safe.
/// </summary>
public sealed class FaultPlan
{
    private readonly FaultOptions _options;
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private int _injected;

    public FaultPlan(FaultOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.FailShare + options.LostAnswerShare + options.NonsenseShare, 1);
        _options = options;
    }

    /// <summary>Faults so far; a run without any tells nothing of faults.</summary>
    public int Injected => _injected;

    /// <summary>A read: it fails, or answers, or answers nonsense.</summary>
    internal async Task<TAnswer> ReadAsync<TAnswer>(string port, string call, Func<Task<TAnswer>> read, Func<TAnswer, double, TAnswer>? nonsense = null)
    {
        var (kind, draw) = Next(port, call);
        ThrowIf(kind == FaultKind.Fails, port, call, "did nothing");
        var answer = await read().ConfigureAwait(false);
        ThrowIf(kind == FaultKind.AnswerLost, port, call, "lost its answer");
        if (kind != FaultKind.Nonsense || nonsense is null)
        {
            return answer;
        }

        Interlocked.Increment(ref _injected);
        return nonsense(answer, draw);
    }

    /// <summary>An effect: it fails before or after it was done, or is done.</summary>
    internal async Task DoAsync(string port, string call, Func<Task> effect)
    {
        var (kind, _) = Next(port, call);
        ThrowIf(kind == FaultKind.Fails, port, call, "did nothing");
        await effect().ConfigureAwait(false);
        ThrowIf(kind == FaultKind.AnswerLost, port, call, "did it and lost its answer");
    }

    private (FaultKind Kind, double Draw) Next(string port, string call)
    {
        var name = $"{port} {call}";
        var times = _calls.AddOrUpdate(name, 1, (_, before) => before + 1);
        var now = _options.Clock.GetUtcNow();
        if (_options.Outages.Any(outage => (outage.Port ?? port) == port && now >= outage.From && now < outage.Until))
        {
            return (FaultKind.Fails, 0);
        }

        var chance = new Chance(Chance.Key(Chance.Key(_options.Seed, name), (ulong)times));
        var (draw, second) = (chance.Uniform(), chance.Uniform());
        var kind = draw < _options.FailShare ? FaultKind.Fails
            : draw < _options.FailShare + _options.LostAnswerShare ? FaultKind.AnswerLost
            : draw < _options.FailShare + _options.LostAnswerShare + _options.NonsenseShare ? FaultKind.Nonsense
            : FaultKind.None;
        return (kind, second);
    }

    private void ThrowIf(bool fails, string port, string call, string how)
    {
        if (fails)
        {
            Interlocked.Increment(ref _injected);
            throw new InjectedFaultException(string.Create(CultureInfo.InvariantCulture, $"{port} {call}: the call {how} (injected)"));
        }
    }
}
