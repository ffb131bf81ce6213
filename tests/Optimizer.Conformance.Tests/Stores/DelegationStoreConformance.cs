using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Who answers for whom: all there ever were.</summary>
public abstract class DelegationStoreConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    private static readonly Delegation Away = new("d-1", "ana@example.com", "bo@example.com", Seat.Manager, Start, Start.AddDays(7), Start.AddHours(-1));

    [StoreFact]
    public async Task ListAsync_Several_StandOldestFirstWithEveryField()
    {
        var later = Away with { Id = "d-0", MadeAt = Start };
        await Stores.Delegations.PutAsync(later, default);
        await Stores.Delegations.PutAsync(Away, default);

        Assert.Equal([Away, later], await (await OtherAsync()).Delegations.ListAsync(default));
    }

    [StoreFact]
    public async Task PutAsync_SameIdAgain_TakesItsPlace()
    {
        await Stores.Delegations.PutAsync(Away, default);
        await Stores.Delegations.PutAsync(Away with { RevokedAt = Start.AddDays(1) }, default);

        Assert.Equal([Away with { RevokedAt = Start.AddDays(1) }], await Stores.Delegations.ListAsync(default));
    }
}
