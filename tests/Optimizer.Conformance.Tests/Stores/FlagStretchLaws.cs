using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every keeper of flags that tells how they stood must do.</summary>
public abstract class FlagStretchLaws : FlagLaws
{
    [StoreFact]
    public async Task Stretches_PutThrottledRemoved_TellEachTimeWithItsShares()
    {
        var flags = Open();
        await flags.PutAsync(Flag(0.5), At, "k1", default);
        await flags.PutAsync(Flag(0.1), At.AddDays(2), "k2", default);
        await flags.PutAsync(Flag(0.5), At.AddDays(9), "k1", default);
        await flags.RemoveAsync("p-1", At.AddDays(5), "k3", default);

        Assert.Equal(
            [new FlagStretch(At, At.AddDays(2), Flag(0.5)), new(At.AddDays(2), At.AddDays(5), Flag(0.1))],
            await Stretches.StretchesAsync("p-1", default));
    }

    [StoreFact]
    public async Task Stretches_FlagThatStands_HasNoEnd()
    {
        var flags = Open();
        await flags.PutAsync(Flag(0.5), At, "k1", default);

        Assert.Equal([new FlagStretch(At, null, Flag(0.5))], await Stretches.StretchesAsync("p-1", default));
        Assert.Empty(await Stretches.StretchesAsync("p-2", default));
    }

    [StoreTheory]
    [InlineData(0.6, 0.5)]
    [InlineData(-0.5, 1.5)]
    [InlineData(double.NaN, 0.5)]
    [InlineData(1.0)]
    [InlineData(0.4, 0.3, 0.3)]
    public async Task Put_WeightsThatAreNoShares_IsRefused(params double[] weights) => await Assert.ThrowsAsync<ArgumentException>(
        () => Open().PutAsync(Flag(0.5) with { Weights = weights }, At, "k1", default));

    /// <summary>Stretches of the flags that are open.</summary>
    protected abstract IFlagStretches Stretches { get; }
}
