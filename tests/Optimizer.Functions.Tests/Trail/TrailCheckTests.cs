using Optimizer.Functions.Tables;
using Optimizer.Functions.Trail;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Functions.Tests.Trail;

[Trait("Req", "S0-067")]
public class TrailCheckTests
{
    private static readonly string Last = RowKeys.Of(3);

    [AzuriteTheory]
    [InlineData("head")]
    [InlineData("record!-1")]
    [InlineData("record!-2")]
    [InlineData("record!-3")]
    [InlineData("key")]
    [InlineData("play!-onboarding!-1")]
    [InlineData("kind!-kpi.read!-2")]
    [InlineData("experiment!-pricing-1!-3")]
    public async Task Verify_RowRemovedOrChanged_IsFound(string named)
    {
        var rows = await Azurite.RowTableAsync();
        var trail = new TableAuditTrail(rows, TimeProvider.System);
        await trail.AppendAsync([Read(1), Read(2), Extended(3, "pricing", "pricing-1")], default);
        Assert.Empty(await trail.VerifyAsync(default));
        var key = named == "key" ? TrailKeys.Key("key-2") : char.IsDigit(named[^1]) ? named[..^1] + RowKeys.Of(named[^1] - '0') : named;
        var row = (await rows.FindAsync(TrailKeys.Partition, key, default))!;

        foreach (var place in Enumerable.Range(0, row.Text.Length).Where(place => place % 4 == 0))
        {
            var changed = row.Text.ToCharArray();
            changed[place] = changed[place] == '1' ? '2' : '1';
            await rows.PutAsync(row.Partition, row.Key, new(changed), default);
            Assert.NotEmpty(await trail.VerifyAsync(default));
        }

        await rows.RemoveAsync(row.Partition, row.Key, default);
        Assert.NotEmpty(await trail.VerifyAsync(default));
        await rows.PutAsync(row.Partition, row.Key, row.Text, default);
        Assert.Empty(await trail.VerifyAsync(default));
    }

    [AzuriteFact]
    public async Task Verify_RecordBehindTheHead_IsFound()
    {
        var rows = await Azurite.RowTableAsync();
        var trail = new TableAuditTrail(rows, TimeProvider.System);
        await trail.AppendAsync([Read(1), Read(2), Read(3)], default);
        var last = (await rows.FindAsync(TrailKeys.Partition, TrailKeys.Records + Last, default))!;
        await rows.PutAsync(last.Partition, TrailKeys.Record(4), last.Text, default);

        Assert.Equal(4, Assert.Single(await trail.VerifyAsync(default)).Sequence);
    }

    [AzuriteFact]
    public async Task Verify_WhileOthersAppend_FindsNothing()
    {
        var rows = await Azurite.RowTableAsync();
        var trail = new TableAuditTrail(rows, TimeProvider.System);
        await trail.AppendAsync([.. Enumerable.Range(1, 50).Select(number => Read(number))], default);

        var appending = Task.Run(async () =>
        {
            for (var number = 100; number < 140; number++)
            {
                await trail.AppendAsync([Read(number)], default);
            }
        });
        var checks = 0;
        do
        {
            Assert.Empty(await trail.VerifyAsync(default));
            checks++;
        }
        while (!appending.IsCompleted);

        await appending;
        Assert.True(checks > 1);
        Assert.Equal(90, (await trail.HeadAsync(default)).Count);
    }
}
