using System.Text.Json;

namespace Optimizer.Functions.Durable;

/// <summary>
/// The signals of one name. It alone listens to the platform's events of that name, with one listener at a time that is never given up: an
/// event that meets a listener whose wait ran out of time would be lost (DURABLE-FUNCTIONS section 6).
/// </summary>
internal sealed class SignalBox
{
    private readonly Func<Task<JsonElement?>> _listen;
    private readonly TakenKeys _taken;
    private readonly Queue<JsonElement?> _kept;
    private readonly List<TaskCompletionSource<JsonElement?>> _waits = [];
    private Task<JsonElement?>? _listening;
    private bool _isClosed;

    /// <param name="listen">Begins to listen.</param>
    /// <param name="taken">Of the instance.</param>
    /// <param name="kept">From the generation before, oldest first.</param>
    public SignalBox(Func<Task<JsonElement?>> listen, TakenKeys taken, IEnumerable<JsonElement?> kept)
    {
        (_listen, _taken, _kept) = (listen, taken, new(kept));
        _ = HearAsync();
    }

    /// <summary>The oldest signal that is there.</summary>
    public bool TryTake(out JsonElement? signal) => _kept.TryDequeue(out signal);

    /// <summary>Waits for the next one; of several waits the newest gets it.</summary>
    public TaskCompletionSource<JsonElement?> Wait()
    {
        var wait = new TaskCompletionSource<JsonElement?>();
        _waits.Add(wait);
        return wait;
    }

    /// <summary>A wait that takes nothing any more.</summary>
    public void Forget(TaskCompletionSource<JsonElement?> wait) => _waits.Remove(wait);

    /// <summary>Takes everything that has come, so that the next generation gets it in order, and hears nothing more.</summary>
    /// <returns>What was not waited for, oldest first.</returns>
    public IEnumerable<JsonElement?> Close()
    {
        _isClosed = true;
        for (var listening = _listening ?? _listen(); listening.IsCompletedSuccessfully; listening = _listen())
        {
            Hear(listening.Result);
        }

        return _kept;
    }

    private async Task HearAsync()
    {
        while (!_isClosed)
        {
            _listening = _listen();
            var heard = await _listening;
            if (_isClosed)
            {
                return;
            }

            // What hears it may end the generation at once: then nothing listens here any more.
            _listening = null;
            Hear(heard);
        }
    }

    private void Hear(JsonElement? heard)
    {
        if (SignalEnvelope.Of(heard)?.Key is { } key && !_taken.TryAdd(key))
        {
            return;
        }

        if (_waits.Count == 0 || _isClosed)
        {
            _kept.Enqueue(heard);
            return;
        }

        var newest = _waits[^1];
        _waits.RemoveAt(_waits.Count - 1);
        newest.SetResult(heard);
    }
}
