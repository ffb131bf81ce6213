using Optimizer.Workflows.Ports;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Signed links: the first use is the use.</summary>
public abstract class LinkStoreConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    private static readonly LinkUse Yes = new("nonce-1", "onboarding-1/approve", true, "fine é", Start);

    [StoreFact]
    public async Task UseAsync_Twice_GivesTheFirst()
    {
        Assert.Equal(Yes, await Stores.Links.UseAsync(Yes, Start.AddDays(30), default));
        Assert.Equal(Yes, await Stores.Links.UseAsync(Yes with { Approve = false, Comment = null, At = Start.AddHours(1) }, Start.AddDays(30), default));
        Assert.Equal(Yes, await (await OtherAsync()).Links.FindAsync("nonce-1", default));
        Assert.Null(await Stores.Links.FindAsync("nonce-2", default));
    }

    [StoreFact]
    public async Task UseAsync_ManyAtOnceFromFiveProcesses_OneIsTheUse()
    {
        var others = await OthersAsync(5);

        var uses = await AtOnceAsync(30, number => others[number % 5].Links.UseAsync(Yes with { Comment = $"{number}" }, Start.AddDays(30), default));

        Assert.Equal(uses[0], Assert.Single(uses.Distinct()));
    }
}
