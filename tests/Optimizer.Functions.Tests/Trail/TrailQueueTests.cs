using Azure;
using Optimizer.Domain.Audit;
using Optimizer.Functions.Blobs;
using Optimizer.Functions.Tables;
using Optimizer.Functions.Tests.Stores;
using Optimizer.Functions.Trail;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Functions.Tests.Trail;

public class TrailQueueTests
{
    private readonly TaskCompletionSource _atTheServer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _batches;

    [AzuriteFact]
    public async Task Append_ManyWhileABatchIsOnItsWay_GoTogether()
    {
        var trail = await TrailAsync();
        var first = trail.AppendAsync([Read(0)], default);
        await _atTheServer.Task;
        var others = Enumerable.Range(1, 40).Select(number => trail.AppendAsync([Read(number)], default)).ToList();
        _goOn.SetResult();

        Assert.Equal(1, (await first)[0].Sequence);
        Assert.Equal(Enumerable.Range(2, 40), (await Task.WhenAll(others)).Select(records => (int)records[0].Sequence));
        Assert.Equal(3, _batches);
        Assert.Empty(await trail.VerifyAsync(default));
    }

    [AzuriteFact]
    public async Task Append_OneThatTheServerRefuses_FailsAlone()
    {
        var trail = await TrailAsync();
        var first = trail.AppendAsync([Read(0)], default);
        await _atTheServer.Task;
        var before = trail.AppendAsync([Read(1)], default);
        var refused = trail.AppendAsync([Read(2, "poison")], default);
        var after = trail.AppendAsync([Read(3)], default);
        _goOn.SetResult();

        Assert.Equal(400, (await Assert.ThrowsAsync<RequestFailedException>(() => refused)).Status);
        await Task.WhenAll(first, before, after);
        Assert.Equal(3, (await trail.HeadAsync(default)).Count);
        Assert.Empty(await trail.VerifyAsync(default));
    }

    [AzuriteFact]
    public async Task Append_GivenUpWhileItWaits_IsNotWritten()
    {
        var trail = await TrailAsync();
        using var stop = new CancellationTokenSource();
        var first = trail.AppendAsync([Read(0)], default);
        await _atTheServer.Task;
        var givenUp = trail.AppendAsync([Read(1)], stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        _goOn.SetResult();
        await first;

        var next = await trail.AppendAsync([Read(2)], default);

        Assert.Equal(new TrailHead(2, next[0].Hash), await trail.HeadAsync(default));
    }

    // The first batch waits at the server until it may go on.
    private async Task<TableAuditTrail> TrailAsync()
    {
        var policy = new OnRequest(async message =>
        {
            if (!OnRequest.IsBatch(message))
            {
                return;
            }

            if ((await OnRequest.TextAsync(message)).Contains("poison", StringComparison.Ordinal))
            {
                throw new RequestFailedException(400, "one of the inputs is not valid");
            }

            if (Interlocked.Increment(ref _batches) == 1)
            {
                _atTheServer.SetResult();
                await _goOn.Task;
            }
        });
        var table = await Azurite.TableAsync();
        return new(new RowTable(Azurite.Table(table.Name, policy.Tables()), new LargeTexts(await Azurite.ContainerAsync())), TimeProvider.System);
    }
}
