using Optimizer.Workflows.Ports;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every keeper of flags must do.</summary>
public abstract class FlagLaws
{
    protected static DateTimeOffset At => LedgerSamples.Start;

    [StoreFact]
    public async Task Find_NeverPut_IsNull() => Assert.Null(await Open().FindAsync("p-1", default));

    [StoreFact]
    public async Task Put_Flag_IsFoundAsItWasPut()
    {
        var flags = Open();
        await flags.PutAsync(Flag(0.1) with { Enabled = false }, At, "k1", default);
        await flags.PutAsync(Flag(0.3) with { Experiment = "p-2" }, At, "k2", default);

        Assert.Equal(Flag(0.1) with { Enabled = false }, await flags.FindAsync("p-1", default));
    }

    [StoreFact]
    public async Task Put_SameKeyAgain_ChangesNothing()
    {
        var flags = Open();
        await flags.PutAsync(Flag(0.5), At, "k1", default);
        await flags.PutAsync(Flag(0.1), At, "k2", default);
        await flags.PutAsync(Flag(0.5), At, "k1", default);

        Assert.Equal(Flag(0.1), await flags.FindAsync("p-1", default));
    }

    [StoreFact]
    public async Task Remove_TwiceAndOfNone_LeavesNoFlag()
    {
        var flags = Open();
        await flags.RemoveAsync("p-1", At, "k0", default);
        await flags.PutAsync(Flag(0.5), At, "k1", default);
        await flags.RemoveAsync("p-1", At, "k2", default);
        await flags.RemoveAsync("p-1", At, "k2", default);
        await flags.PutAsync(Flag(0.5), At, "k1", default);

        Assert.Null(await flags.FindAsync("p-1", default));
    }

    [StoreFact]
    public async Task Put_Cancelled_ChangesNothing()
    {
        var flags = Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => flags.PutAsync(Flag(0.5), At, "k1", new(canceled: true)));
        Assert.Null(await flags.FindAsync("p-1", default));
    }

    protected abstract IFeatureFlags Open();

    /// <summary>Of the experiment p-1 of the play p.</summary>
    protected static FlagState Flag(double variant) =>
        new("p-1", "p", true, [1 - variant, variant], [new("cta", "\"a\""), new("cta", "\"b\"")]);
}
