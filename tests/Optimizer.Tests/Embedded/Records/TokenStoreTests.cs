using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Embedded.Records;

public class TokenStoreTests
{
    private static readonly AccessToken Token = new(
        "00112233aabb", new string('a', 64), new("ana@example.com", Role.Approver, Seat.ChiefOfStaff, IsHuman: true), Start, Start.AddDays(90))
    {
        FormerHash = new string('b', 64),
        FormerUntil = Start.AddDays(1),
        IsAnnounced = false,
        LastUsedAt = Start.AddHours(1),
    };

    [Fact]
    public async Task PutAsync_AndOpenAgain_KeepsEveryField()
    {
        using var folder = new RecordFolder();
        using (var store = folder.Open())
        {
            await store.Tokens.PutAsync(Token, default);
        }

        using var again = folder.Open();
        Assert.Equal(Token, await again.Tokens.FindAsync(Token.Id, default));
        Assert.Equal([Token], await again.Tokens.ListAsync(default));
        Assert.Null(await again.Tokens.FindAsync("000000000000", default));
    }

    [Fact]
    public async Task ChangeAsync_IsSeenAtOnceInTheSameProcess()
    {
        using var store = InMemory();
        await store.Tokens.PutAsync(Token, default);
        _ = await store.Tokens.FindAsync(Token.Id, default);

        var revoked = await store.Tokens.ChangeAsync(Token.Id, token => token with { RevokedAt = Start }, default);

        Assert.Equal(revoked, await store.Tokens.FindAsync(Token.Id, default));
        Assert.Null(await store.Tokens.ChangeAsync("000000000000", token => token, default));
    }

    [Fact]
    public async Task ChangeAsync_ManyAtOnce_LosesNone()
    {
        using var store = InMemory();
        await store.Tokens.PutAsync(Token with { LastUsedAt = Start }, default);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
            store.Tokens.ChangeAsync(Token.Id, token => token with { LastUsedAt = token.LastUsedAt!.Value.AddMinutes(1) }, default))));

        Assert.Equal(Start.AddMinutes(100), (await store.Tokens.FindAsync(Token.Id, default))!.LastUsedAt);
    }

    [Fact]
    public async Task AddFirstAsync_ManyAtOnce_AddsOne()
    {
        using var store = InMemory();

        var added = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => store.Tokens.AddFirstAsync(Token with { Id = $"{number:D12}" }, default))));

        Assert.Single(added, each => each);
        Assert.Single(await store.Tokens.ListAsync(default));
    }
}
