using Optimizer.Domain.Audit;

namespace Optimizer.Functions.Trail;

/// <summary>Entries that somebody waits for.</summary>
internal sealed class TrailRequest(IReadOnlyList<TrailEntry> entries)
{
    private readonly TaskCompletionSource<IReadOnlyList<AuditRecord>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<TrailEntry> Entries => entries;

    public bool IsSettled => _answer.Task.IsCompleted;

    /// <summary>One record per entry, in order.</summary>
    public Task<IReadOnlyList<AuditRecord>> AnswerAsync() => _answer.Task;

    public void Settle(IReadOnlyDictionary<string, AuditRecord> records) => _answer.TrySetResult([.. entries.Select(entry => records[entry.Key])]);

    public void Fail(Exception failure) => _answer.TrySetException(failure);

    /// <summary>Nobody waits any more: what is not on its way yet is not written.</summary>
    public void Abandon() => _answer.TrySetCanceled();
}
