using Optimizer.Embedded.Records;
using Optimizer.Tests.Workflows.Ports;
using Optimizer.Workflows.Ports;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public sealed class SqliteFlagsTests : FlagLaws, IDisposable
{
    private readonly RecordStore _store = InMemory();

    [Fact]
    public async Task Stretches_PutThrottledRemoved_TellEachTimeWithItsShares()
    {
        await _store.Flags.PutAsync(Flag(0.5), At, "k1", default);
        await _store.Flags.PutAsync(Flag(0.1), At.AddDays(2), "k2", default);
        await _store.Flags.PutAsync(Flag(0.5), At.AddDays(9), "k1", default);
        await _store.Flags.RemoveAsync("p-1", At.AddDays(5), "k3", default);

        Assert.Equal(
            [new FlagStretch(At, At.AddDays(2), Flag(0.5)), new(At.AddDays(2), At.AddDays(5), Flag(0.1))],
            await _store.Stretches.StretchesAsync("p-1", default));
    }

    [Fact]
    public async Task Stretches_FlagThatStands_HasNoEnd()
    {
        await _store.Flags.PutAsync(Flag(0.5), At, "k1", default);

        Assert.Equal([new FlagStretch(At, null, Flag(0.5))], await _store.Stretches.StretchesAsync("p-1", default));
        Assert.Empty(await _store.Stretches.StretchesAsync("p-2", default));
    }

    [Theory]
    [InlineData(0.6, 0.5)]
    [InlineData(-0.5, 1.5)]
    [InlineData(double.NaN, 0.5)]
    [InlineData(1.0)]
    [InlineData(0.4, 0.3, 0.3)]
    public async Task Put_WeightsThatAreNoShares_IsRefused(params double[] weights) => await Assert.ThrowsAsync<ArgumentException>(
        () => _store.Flags.PutAsync(Flag(0.5) with { Weights = weights }, At, "k1", default));

    [Fact]
    public async Task Find_FileOpenedAgain_IsAsItWas()
    {
        using var folder = new RecordFolder();
        using (var store = folder.Open())
        {
            await store.Flags.PutAsync(Flag(0.5), At, "k1", default);
        }

        using var again = folder.Open();
        await again.Flags.PutAsync(Flag(0.1), At, "k1", default);
        Assert.Equal(Flag(0.5), await again.Flags.FindAsync("p-1", default));
    }

    public void Dispose() => _store.Dispose();

    protected override IFeatureFlags Open() => _store.Flags;
}
