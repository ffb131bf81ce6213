using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public class PlayStoreTests
{
    [Fact]
    public async Task PutAsync_AnotherText_KeepsTheFormerByHash()
    {
        using var store = InMemory();

        var old = await store.Plays.PutAsync("onboarding", "name: old", "a.yaml", Start, default);
        var now = await store.Plays.PutAsync("onboarding", "name: new", "b.yaml", Start.AddDays(1), default);

        Assert.Equal(now, await store.Plays.FindAsync("onboarding", default));
        Assert.Equal(old, await store.Plays.FindVersionAsync("onboarding", old.Hash, default));
        Assert.Equal(16, old.Hash.Length);
        Assert.Null(await store.Plays.FindVersionAsync("pricing", old.Hash, default));
    }

    [Fact]
    public async Task PutAsync_SameTextAgain_ChangesNothing()
    {
        using var store = InMemory();
        var first = await store.Plays.PutAsync("onboarding", "name: x", "a.yaml", Start, default);

        Assert.Equal(first, await store.Plays.PutAsync("onboarding", "name: x", "b.yaml", Start.AddDays(1), default));
        Assert.Equal(first, await store.Plays.FindAsync("onboarding", default));
    }

    [Fact]
    public async Task PutAsync_FormerTextAgain_PutsItInForceAnew()
    {
        using var store = InMemory();
        var first = await store.Plays.PutAsync("policy", "version: 1", "p.yaml", Start, default);
        await store.Plays.PutAsync("policy", "version: 2", "p.yaml", Start.AddDays(1), default);

        var back = await store.Plays.PutAsync("policy", "version: 1", "q.yaml", Start.AddDays(2), default);

        Assert.Equal((first.Hash, "q.yaml", Start.AddDays(2)), (back.Hash, back.File, back.At));
        Assert.Equal(back, await store.Plays.FindAsync("policy", default));
        Assert.Equal(first, await store.Plays.FindVersionAsync("policy", first.Hash, default));
    }

    [Fact]
    public async Task ListAsync_NamesInForce_InOrderWithoutPolicy()
    {
        using var store = InMemory();
        foreach (var name in new[] { "pricing", "policy", "onboarding" })
        {
            await store.Plays.PutAsync(name, name, "x.yaml", Start, default);
        }

        Assert.Equal(["onboarding", "pricing"], await store.Plays.ListAsync(default));
        Assert.Null(await store.Plays.FindAsync("unknown", default));
    }
}
