using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Audit.Events;
using Optimizer.Testing;
using Optimizer.Tests.Embedded.Records;

namespace Optimizer.Tests.Cockpit.Identity;

public class FirstTokenTests
{
    [Fact]
    public async Task EnsureAsync_Twice_AnnouncesOnceAndKeepsNoSecret()
    {
        using var store = RecordFolder.InMemory();
        var told = new List<string>();

        await FirstToken.EnsureAsync(store.Tokens, store.Audit, told.Add, RecordSamples.Start, default);
        await FirstToken.EnsureAsync(store.Tokens, store.Audit, told.Add, RecordSamples.Start.AddDays(1), default);

        var text = TokenText.Read(Assert.Single(told))!.Value;
        var kept = Assert.Single(await store.Tokens.ListAsync(default));
        Assert.True(text.Matches(kept.Hash));
        Assert.True(kept.IsAnnounced);
        var trail = await store.Audit.ReadAsync(new(), default).ToListAsync();
        Assert.IsType<TokenIssued>(Assert.Single(trail).Entry.Event);
        Assert.DoesNotContain(trail, record => record.Text.Contains(text.Secret, StringComparison.Ordinal) || record.Text.Contains(kept.Hash, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EnsureAsync_KilledWhileAnnouncing_AnnouncesAgainAndBothAreValid()
    {
        using var store = RecordFolder.InMemory();
        string? lost = null;
        await Assert.ThrowsAsync<IOException>(() => FirstToken.EnsureAsync(store.Tokens, store.Audit, text =>
        {
            lost = text;
            throw new IOException("killed");
        }, RecordSamples.Start, default));
        string? told = null;
        await FirstToken.EnsureAsync(store.Tokens, store.Audit, text => told = text, RecordSamples.Start, default);

        var kept = Assert.Single(await store.Tokens.ListAsync(default));
        var hashes = kept.HashesAt(RecordSamples.Start);
        Assert.Contains(hashes, TokenText.Read(told!)!.Value.Matches);
        Assert.Contains(hashes, TokenText.Read(lost!)!.Value.Matches);
        Assert.True(kept.IsAnnounced);
    }

    [Fact]
    public async Task EnsureAsync_ManyAtOnce_OneToken()
    {
        using var store = RecordFolder.InMemory();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            FirstToken.EnsureAsync(store.Tokens, store.Audit, _ => { }, RecordSamples.Start, default))));

        Assert.Single(await store.Tokens.ListAsync(default));
    }
}
