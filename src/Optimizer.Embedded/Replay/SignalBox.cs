using Optimizer.Embedded.History;

namespace Optimizer.Embedded.Replay;

/// <summary>
/// Signals by name, ignoring case: kept ones are taken oldest first, of several waits the newest is served first, as in
/// Durable Task (ENGINE behaviours 30 to 32).
/// </summary>
internal sealed class SignalBox
{
    private readonly List<Message.Signalled> _kept = [];
    private readonly List<(string Name, int Step)> _waiting = [];

    /// <summary>The oldest kept signal of a name, or null.</summary>
    public Message.Signalled? Take(string name)
    {
        var index = _kept.FindIndex(signal => Same(signal.Name, name));
        if (index < 0)
        {
            return null;
        }

        var taken = _kept[index];
        _kept.RemoveAt(index);
        return taken;
    }

    /// <summary>A step waits.</summary>
    public void Wait(string name, int step) => _waiting.Add((name, step));

    /// <summary>A step waits no longer.</summary>
    public void Forget(string name, int step) => _waiting.Remove((name, step));

    /// <summary>The step that the signal goes to, or null when it is kept.</summary>
    public int? Deliver(Message.Signalled signal)
    {
        var index = _waiting.FindLastIndex(wait => Same(wait.Name, signal.Name));
        if (index < 0)
        {
            _kept.Add(signal);
            return null;
        }

        var step = _waiting[index].Step;
        _waiting.RemoveAt(index);
        return step;
    }

    /// <summary>All kept ones, oldest first.</summary>
    public IReadOnlyList<Message.Signalled> Unread() => [.. _kept];

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
