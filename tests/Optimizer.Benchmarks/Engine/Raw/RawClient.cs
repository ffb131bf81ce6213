using System.Threading.Tasks.Sources;

namespace Optimizer.Benchmarks.Engine.Raw;

/// <summary>One workflow of the raw loop: which point it wants durable next, and the wait for it. Used again for every point.</summary>
internal sealed class RawClient(long instance) : IValueTaskSource
{
    // Continuations run on the pool: the writer thread only writes.
    private ManualResetValueTaskSourceCore<bool> _source = new() { RunContinuationsAsynchronously = true };

    public long Instance => instance;

    public int Point { get; private set; }

    public ValueTask Next(int point)
    {
        _source.Reset();
        Point = point;
        return new(this, _source.Version);
    }

    public void Durable() => _source.SetResult(true);

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
