namespace Optimizer.Embedded.Ledger;

/// <inheritdoc />
internal sealed class LedgerQuestion<T>(int rows, Func<LedgerWriter, T> apply) : LedgerRequest(rows)
{
    private readonly TaskCompletionSource<T> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Let go once applied: an import waits for many answers at once, and must not hold all their events.
    private Func<LedgerWriter, T>? _apply = apply;
    private T? _answer;
    private Exception? _refused;

    public Task<T> Answer => _answered.Task;

    public override void Apply(LedgerWriter writer)
    {
        try
        {
            _answer = _apply!(writer);
        }
        catch (ArgumentException refused)
        {
            // Found before anything was written: the others of the change are not held up by it.
            _refused = refused;
        }

        _apply = null;
    }

    public override void Succeed() => _ = _refused is null ? _answered.TrySetResult(_answer!) : _answered.TrySetException(_refused);

    public override void Fail(Exception problem) => _ = _answered.TrySetException(problem);
}
