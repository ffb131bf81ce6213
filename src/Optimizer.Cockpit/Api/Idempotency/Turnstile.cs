namespace Optimizer.Cockpit.Api.Idempotency;

/// <summary>Lets one through at a time per key, and forgets a key that nobody waits for.</summary>
internal sealed class Turnstile
{
    private readonly Dictionary<(string Sender, string Key), Gate> _gates = [];

    /// <summary>Waits for the turn; dispose what comes back to let the next one through.</summary>
    public async Task<IDisposable> EnterAsync((string Sender, string Key) key, CancellationToken cancellationToken)
    {
        Gate? gate;
        lock (_gates)
        {
            if (!_gates.TryGetValue(key, out gate))
            {
                _gates.Add(key, gate = new());
            }

            gate.Users++;
        }

        try
        {
            await gate.Open.WaitAsync(cancellationToken);
            return new Turn(() =>
            {
                gate.Open.Release();
                Leave(key, gate);
            });
        }
        catch
        {
            Leave(key, gate);
            throw;
        }
    }

    private void Leave((string Sender, string Key) key, Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(key);
            }
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Open { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Turn(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
