using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Definitions and policy: the last one holds, every one stays.</summary>
public abstract class PlayStoreConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    [StoreFact]
    public async Task PutAsync_AnotherText_KeepsTheFormerByHash()
    {
        var old = await Stores.Plays.PutAsync("onboarding", "name: old", "a.yaml", Start, default);
        var now = await Stores.Plays.PutAsync("onboarding", "name: new", "b.yaml", Start.AddDays(1), default);

        Assert.Equal(now, await Stores.Plays.FindAsync("onboarding", default));
        Assert.Equal(old, await Stores.Plays.FindVersionAsync("onboarding", old.Hash, default));
        Assert.Equal(16, old.Hash.Length);
        Assert.Null(await Stores.Plays.FindVersionAsync("pricing", old.Hash, default));
    }

    [StoreFact]
    public async Task PutAsync_SameTextAgain_ChangesNothing()
    {
        var first = await Stores.Plays.PutAsync("onboarding", "name: x", "a.yaml", Start, default);

        Assert.Equal(first, await Stores.Plays.PutAsync("onboarding", "name: x", "b.yaml", Start.AddDays(1), default));
        Assert.Equal(first, await Stores.Plays.FindAsync("onboarding", default));
    }

    [StoreFact]
    public async Task PutAsync_FormerTextAgain_PutsItInForceAnew()
    {
        var first = await Stores.Plays.PutAsync("policy", "version: 1", "p.yaml", Start, default);
        await Stores.Plays.PutAsync("policy", "version: 2", "p.yaml", Start.AddDays(1), default);

        var back = await Stores.Plays.PutAsync("policy", "version: 1", "q.yaml", Start.AddDays(2), default);

        Assert.Equal((first.Hash, "q.yaml", Start.AddDays(2)), (back.Hash, back.File, back.At));
        Assert.Equal(back, await Stores.Plays.FindAsync("policy", default));
        Assert.Equal(first, await Stores.Plays.FindVersionAsync("policy", first.Hash, default));
    }

    [StoreFact]
    public async Task ListAsync_NamesInForce_InOrderWithoutPolicy()
    {
        foreach (var name in new[] { "pricing", "policy", "onboarding" })
        {
            await Stores.Plays.PutAsync(name, name, "x.yaml", Start, default);
        }

        Assert.Equal(["onboarding", "pricing"], await Stores.Plays.ListAsync(default));
        Assert.Null(await Stores.Plays.FindAsync("unknown", default));
    }

    [StoreFact]
    public async Task PutAsync_ManyAtOnceFromFiveProcesses_AllAreKeptAndOneIsInForce()
    {
        var others = await OthersAsync(5);

        var put = await AtOnceAsync(20, number => others[number % 5].Plays.PutAsync("onboarding", $"name: {number}", "a.yaml", Start.AddMinutes(number), default));

        Assert.Contains(await (await OtherAsync()).Plays.FindAsync("onboarding", default), put);
        foreach (var each in put)
        {
            Assert.Equal(each, await Stores.Plays.FindVersionAsync("onboarding", each.Hash, default));
        }
    }

    [StoreFact]
    public async Task PutAsync_LongText_ComesBackWhole()
    {
        var text = string.Concat(Enumerable.Repeat("name: \"é\"\n", 20_000));
        await Stores.Plays.PutAsync("onboarding", text, "a.yaml", Start, default);

        Assert.Equal(text, (await (await OtherAsync()).Plays.FindAsync("onboarding", default))!.Text);
    }
}
