using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Tokens: of many first ones one is added, and no change is lost.</summary>
public abstract class TokenStoreConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    private static readonly AccessToken Token = new(
        "00112233aabb", new string('a', 64), new("ana@example.com", Role.Approver, Seat.ChiefOfStaff, IsHuman: true), Start, Start.AddDays(90))
    {
        FormerHash = new string('b', 64),
        FormerUntil = Start.AddDays(1),
        IsAnnounced = false,
        LastUsedAt = Start.AddHours(1),
    };

    [StoreFact]
    public async Task PutAsync_AndOpenAgain_KeepsEveryField()
    {
        await Stores.Tokens.PutAsync(Token, default);

        var again = await OtherAsync();
        Assert.Equal(Token, await again.Tokens.FindAsync(Token.Id, default));
        Assert.Equal([Token], await again.Tokens.ListAsync(default));
        Assert.Null(await again.Tokens.FindAsync("000000000000", default));
    }

    [StoreFact]
    public async Task PutAsync_TokenThatIsThere_TakesItsPlace()
    {
        await Stores.Tokens.PutAsync(Token, default);
        await Stores.Tokens.PutAsync(Token with { RevokedAt = Start.AddDays(2) }, default);

        Assert.Equal([Token with { RevokedAt = Start.AddDays(2) }], await Stores.Tokens.ListAsync(default));
    }

    [StoreFact]
    public async Task ChangeAsync_IsSeenAtOnceInTheSameProcess()
    {
        await Stores.Tokens.PutAsync(Token, default);
        _ = await Stores.Tokens.FindAsync(Token.Id, default);

        var revoked = await Stores.Tokens.ChangeAsync(Token.Id, token => token with { RevokedAt = Start }, default);

        Assert.Equal(revoked, await Stores.Tokens.FindAsync(Token.Id, default));
        Assert.Null(await Stores.Tokens.ChangeAsync("000000000000", token => token, default));
    }

    [StoreFact]
    public async Task ChangeAsync_ManyAtOnce_LosesNone()
    {
        await Stores.Tokens.PutAsync(Token with { LastUsedAt = Start }, default);

        var other = await OtherAsync();
        await AtOnceAsync(100, number => (number % 2 == 0 ? Stores : other).Tokens.ChangeAsync(
            Token.Id, token => token with { LastUsedAt = token.LastUsedAt!.Value.AddMinutes(1) }, default));

        Assert.Equal(Start.AddMinutes(100), (await (await OtherAsync()).Tokens.FindAsync(Token.Id, default))!.LastUsedAt);
    }

    [StoreFact]
    public async Task AddFirstAsync_ManyAtOnce_AddsOne()
    {
        var others = await OthersAsync(5);

        var added = await AtOnceAsync(50, number => others[number % 5].Tokens.AddFirstAsync(Token with { Id = $"{number:D12}" }, default));

        Assert.Single(added, each => each);
        Assert.Single(await Stores.Tokens.ListAsync(default));
    }

    [StoreFact]
    public async Task AddFirstAsync_AfterOneThatWasPut_AddsNone()
    {
        await Stores.Tokens.PutAsync(Token with { RevokedAt = Start }, default);

        Assert.False(await Stores.Tokens.AddFirstAsync(Token with { Id = "000000000001" }, default));
    }

    [StoreFact]
    public async Task ChangeAsync_ToAnotherId_IsRefused()
    {
        await Stores.Tokens.PutAsync(Token, default);

        await Assert.ThrowsAsync<ArgumentException>(() => Stores.Tokens.ChangeAsync(Token.Id, token => token with { Id = "000000000001" }, default));
        Assert.Equal([Token], await Stores.Tokens.ListAsync(default));
    }
}
