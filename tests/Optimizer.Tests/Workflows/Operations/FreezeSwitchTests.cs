using Optimizer.Domain.Audit.Events;
using Optimizer.Embedded.Records;
using Optimizer.Workflows.Operations;

namespace Optimizer.Tests.Workflows.Operations;

public sealed class FreezeSwitchTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly RecordStore _records = RecordStore.Open(null, new());

    public void Dispose() => _records.Dispose();

    [Fact]
    public async Task Switch_Turned_HoldsUntilItIsTurnedBack()
    {
        var freeze = new FreezeSwitch(_records.Audit);
        Assert.Null(await freeze.ReadAsync(default));
        Assert.Equal(Of("ana"), await freeze.FreezeAsync(Of("ana"), default));
        Assert.Equal(Of("ana"), await freeze.FreezeAsync(Of("ben"), default));
        Assert.Equal(Of("ana"), await new FreezeSwitch(_records.Audit).ReadAsync(default));
        Assert.Equal(Of("ana"), await freeze.UnfreezeAsync("eve", "all is well", Now, default));
        Assert.Null(await freeze.UnfreezeAsync("eve", "all is well", Now, default));
        Assert.Null(await freeze.ReadAsync(default));
        Assert.Equal(Of("ben"), await freeze.FreezeAsync(Of("ben"), default));
    }

    [Fact]
    public async Task Switch_TurnedByManyAtOnce_AlternatesInTheTrail()
    {
        await Parallel.ForAsync(0, 60, async (i, cancel) => _ = i % 2 == 0
            ? await new FreezeSwitch(_records.Audit).FreezeAsync(Of($"p{i}"), cancel)
            : await new FreezeSwitch(_records.Audit).UnfreezeAsync($"p{i}", "over", Now, cancel));

        var turns = new List<bool>();
        await foreach (var record in _records.Audit.ReadAsync(new(), default))
        {
            turns.Add(record.Entry.Event is LoopFrozen);
        }

        Assert.True(turns.Count > 0);
        Assert.Equal(Enumerable.Range(0, turns.Count).Select(i => i % 2 == 0), turns);
        Assert.Equal(turns[^1], await new FreezeSwitch(_records.Audit).ReadAsync(default) is not null);
    }

    private static Freeze Of(string by) => new(by, "the site is down", Now);
}
