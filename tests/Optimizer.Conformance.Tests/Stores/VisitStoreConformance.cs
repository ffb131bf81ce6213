using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Visits: one person, one visit, wherever they look from.</summary>
public abstract class VisitStoreConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    [StoreFact]
    public async Task SeenAsync_AgainAfterAnHour_SaysWhenTheyLookedLast()
    {
        var first = await Stores.Visits.SeenAsync("Ana@example.com", Start, default);
        var soon = await (await OtherAsync()).Visits.SeenAsync(" ana@EXAMPLE.com", Start.AddMinutes(4), default);
        var later = await Stores.Visits.SeenAsync("ana@example.com", Start.AddMinutes(70), default);
        var other = await Stores.Visits.SeenAsync("ben/#?@example.com", Start.AddMinutes(71), default);

        Assert.Null(first.BeforeAt);
        Assert.Equal((Start, 240), (soon.BeganAt, Assert.Single(soon.Days).Seconds));
        Assert.Equal((Start.AddMinutes(4), Start.AddMinutes(70)), (later.BeforeAt, later.BeganAt));
        Assert.Null(other.BeforeAt);
    }

    [StoreFact]
    public async Task SeenAsync_ManyAtOnceFromFiveProcesses_AreOneVisit()
    {
        var others = await OthersAsync(5);
        await Stores.Visits.SeenAsync("ana@example.com", Start, default);

        var seen = await AtOnceAsync(30, number => others[number % 5].Visits.SeenAsync("ana@example.com", Start.AddHours(2), default));

        Assert.All(seen, visit => Assert.Equal((Start, Start.AddHours(2)), (visit.BeforeAt, visit.BeganAt)));
    }
}
