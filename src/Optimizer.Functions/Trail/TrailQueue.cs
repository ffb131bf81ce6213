using System.Collections.Concurrent;
using Azure;
using Optimizer.Domain.Audit;

namespace Optimizer.Functions.Trail;

/// <summary>
/// One batch at a time from one process: those that come meanwhile wait and go together into the next, so that processes, not plays,
/// compete for the head.
/// </summary>
#pragma warning disable CA1001 // A semaphore that nobody asked for its handle holds nothing.
internal sealed class TrailQueue(TrailWriter writer)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentQueue<TrailRequest> _asked = new();

    /// <summary>Appends entries that fit into one batch.</summary>
    public async Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<TrailEntry> entries, CancellationToken cancellationToken)
    {
        var request = new TrailRequest(entries);
        _asked.Enqueue(request);
        try
        {
            await _gate.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            request.Abandon();
            throw;
        }

        try
        {
            while (!request.IsSettled)
            {
                await WriteAsync(Together());
            }
        }
        finally
        {
            _ = _gate.Release();
        }

        return await request.AnswerAsync();
    }

    private List<TrailRequest> Together()
    {
        var (some, batch) = (new List<TrailRequest>(), new TrailBatch());
        while (_asked.TryPeek(out var next) && (next.IsSettled || batch.TryTake(next.Entries)))
        {
            _ = _asked.TryDequeue(out _);
            if (!next.IsSettled)
            {
                some.Add(next);
            }
        }

        return some;
    }

    private async Task WriteAsync(List<TrailRequest> some)
    {
        var batch = new TrailBatch();
        if (!some.All(each => batch.TryTake(each.Entries)))
        {
            throw new InvalidOperationException($"{some.Count} requests do not fit into the batch that they were taken for");
        }

        try
        {
            // Nobody's token: it is the write of all of them.
            var records = await writer.WriteAsync(batch, CancellationToken.None);
            some.ForEach(each => each.Settle(records));
        }
        catch (RequestFailedException refused) when (some.Count > 1 && refused.Status is >= 400 and < 500)
        {
            // Nothing was kept; whose fault it was shows when each is written alone.
            foreach (var each in some)
            {
                await WriteAsync([each]);
            }
        }
#pragma warning disable CA1031 // Whatever it was: it is thrown where the append was asked for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            some.ForEach(each => each.Fail(failure));
        }
    }
}
