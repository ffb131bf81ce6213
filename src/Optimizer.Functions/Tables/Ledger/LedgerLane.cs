using Optimizer.Functions.Blobs;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>What is asked of one experiment in this process, one block at a time: whatever waits meanwhile goes together into the next.</summary>
internal sealed class LedgerLane(Func<IReadOnlyList<LedgerItem>, Task<LedgerReply[]>> take)
{
    /// <summary>Items of one block, at most.</summary>
    public const int MostItems = 500;

    /// <summary>Bytes of one block, at most; a header fits beside.</summary>
    public const long MostBytes = LedgerLog.MostBytes - 4096;

    private readonly Lock _gate = new();
    private readonly Queue<(IReadOnlyList<LedgerItem> Items, TaskCompletionSource<LedgerReply[]> Replies)> _waiting = [];
    private bool _isBusy;

    /// <summary>Replies once they are durable. Items of one call stay together, in order.</summary>
    public Task<LedgerReply[]> AskAsync(IReadOnlyList<LedgerItem> items)
    {
        var replies = new TaskCompletionSource<LedgerReply[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((items, replies));
            if (_isBusy)
            {
                return replies.Task;
            }

            _isBusy = true;
        }

        _ = Task.Run(RunAsync);
        return replies.Task;
    }

    private async Task RunAsync()
    {
        while (Next() is { Count: > 0 } together)
        {
            try
            {
                var replies = await take([.. together.SelectMany(each => each.Items)]);
                var from = 0;
                foreach (var (items, answer) in together)
                {
                    answer.SetResult(replies[from..(from += items.Count)]);
                }
            }
            catch (Exception fault)
            {
                // Whatever it was, it is for those who asked: each may ask again.
                together.ForEach(each => each.Replies.SetException(fault));
            }
        }
    }

    private List<(IReadOnlyList<LedgerItem> Items, TaskCompletionSource<LedgerReply[]> Replies)> Next()
    {
        var together = new List<(IReadOnlyList<LedgerItem> Items, TaskCompletionSource<LedgerReply[]> Replies)>();
        var (items, bytes) = (0, 0L);
        lock (_gate)
        {
            while (_waiting.TryPeek(out var next) && (together.Count == 0 || (items + next.Items.Count <= MostItems && bytes + Bytes(next.Items) <= MostBytes)))
            {
                together.Add(_waiting.Dequeue());
                (items, bytes) = (items + next.Items.Count, bytes + Bytes(next.Items));
            }

            _isBusy = together.Count > 0;
        }

        return together;
    }

    private static long Bytes(IReadOnlyList<LedgerItem> items) => items.Sum(item => item.MostBytes);
}
