using Optimizer.Embedded;
using Optimizer.Functions.Hosts;

namespace Optimizer.Functions.Tests.Hosts;

/// <summary>Two deployments never run on one task hub.</summary>
public class HubClaimTests
{
    private readonly VirtualClock _clock = new(new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));

    [AzuriteFact]
    public async Task Hold_ByInstancesOfOneDeployment_IsShared()
    {
        var rows = await Azurite.RowTableAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new HubClaim(rows, "Hub", "site (Production)", _clock).HoldAsync(default)));
        Assert.Equal(new("site (Production)", _clock.GetUtcNow()), await new HubClaim(rows, "Hub", "other", _clock).OwnerAsync(default));
    }

    [AzuriteFact]
    public async Task Hold_WhileAnotherDeploymentRuns_IsRefusedAndNamesIt()
    {
        var rows = await Azurite.RowTableAsync();
        await new HubClaim(rows, "Hub", "site (Production)", _clock).HoldAsync(default);
        _clock.Set(_clock.GetUtcNow() + HubClaim.Gone - TimeSpan.FromSeconds(1));
        var fault = await Assert.ThrowsAsync<HubTakenException>(() => new HubClaim(rows, "Hub", "site (staging)", _clock).HoldAsync(default));
        Assert.Contains("site (Production)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("TaskHubName", fault.Message, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Hold_ByManyDeploymentsAtOnce_IsOnes()
    {
        var rows = await Azurite.RowTableAsync();
        var held = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            try
            {
                await new HubClaim(rows, "Hub", $"site {number}", _clock).HoldAsync(default);
                return true;
            }
            catch (HubTakenException)
            {
                return false;
            }
        }));
        Assert.Single(held, isHeld => isHeld);
    }

    [AzuriteFact]
    public async Task Hold_AfterTheOtherIsGone_TakesItsPlace()
    {
        var rows = await Azurite.RowTableAsync();
        await new HubClaim(rows, "Hub", "old", _clock).HoldAsync(default);
        _clock.Set(_clock.GetUtcNow() + HubClaim.Gone);
        await new HubClaim(rows, "Hub", "new", _clock).HoldAsync(default);
        await Assert.ThrowsAsync<HubTakenException>(() => new HubClaim(rows, "Hub", "old", _clock).HoldAsync(default));
    }

    [AzuriteFact]
    public async Task Health_WhenNoTimerFiresAnyMore_SaysSo()
    {
        var rows = await Azurite.RowTableAsync();
        var claim = new HubClaim(rows, "Hub", "site", _clock);
        await claim.HoldAsync(default);
        await new HostHealth(rows, claim, _clock).CheckAsync(default);
        _clock.Set(_clock.GetUtcNow() + HubClaim.Gone + TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<TimersStandStillException>(() => new HostHealth(rows, claim, _clock).CheckAsync(default));
    }
}
