using Optimizer.Conformance.Tests.Stores;
using Optimizer.Connectors.Ledger;
using Optimizer.Connectors.Memory;
using Optimizer.Embedded.Records;
using Optimizer.Tests.Workflows.Plays;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;
using static Optimizer.Testing.RecordSamples;
using static Optimizer.Tests.Embedded.Records.RecordFolder;

namespace Optimizer.Tests.Connectors.Ledger;

public sealed class LedgerFlagsTests : FlagLaws, IDisposable
{
    private readonly RecordStore _store = InMemory();
    private readonly KnownExperiments _ledger = new();
    private readonly MemoryFlags _inner = new();

    public LedgerFlagsTests() => _store.Plays.PutAsync("p", SmallDefinition.Of("""{"key": "cta", "actuator": "web"}""", "Asia/Tokyo"), "p.json", Start, default).GetAwaiter().GetResult();

    [Fact]
    public async Task Put_ThenRemoved_OpensAndClosesTheLedger()
    {
        var flags = Open();
        await flags.PutAsync(Flag(0.5) with { Enabled = false }, At, "k1", default);
        Assert.Equal(At, _ledger.Known["p-1"].Until);

        await flags.PutAsync(Flag(0.5), At.AddHours(1), "k2", default);
        await flags.PutAsync(Flag(0.1), At.AddDays(1), "k3", default);
        var known = _ledger.Known["p-1"];
        Assert.Equal(["control", "variant"], known.Variants);
        Assert.Equal([0.9, 0.1], known.Weights);
        Assert.Equal(("Asia/Tokyo", At, null), (known.TimeZone, known.Since, known.Until));

        await flags.RemoveAsync("p-1", At.AddDays(2), "k4", default);
        await flags.RemoveAsync("p-1", At.AddDays(3), "k4", default);
        Assert.Equal(At.AddDays(2), _ledger.Known["p-1"].Until);
        Assert.Equal([0.9, 0.1], _ledger.Known["p-1"].Weights);
    }

    [Fact]
    public async Task Put_OrderOfEarlierComesAgainAfterTheEnd_OpensNothing()
    {
        var flags = Open();
        await flags.PutAsync(Flag(0.5), At, "k1", default);
        await flags.RemoveAsync("p-1", At.AddDays(2), "k2", default);
        await flags.PutAsync(Flag(0.5), At, "k1", default);

        Assert.Equal(At.AddDays(2), _ledger.Known["p-1"].Until);
    }

    [Fact]
    public async Task Put_DiedBeforeTheLedgerKnew_IsMadeWholeWhenRepeated()
    {
        var flags = Open();
        _ledger.Deaths = 1;
        await Assert.ThrowsAsync<IOException>(() => flags.PutAsync(Flag(0.5), At, "k1", default));
        Assert.Empty(_ledger.Known);

        await flags.PutAsync(Flag(0.5), At, "k1", default);
        Assert.Null(_ledger.Known["p-1"].Until);
    }

    [Fact]
    public async Task Remove_OfNoFlag_TellsTheLedgerNothing()
    {
        await Open().RemoveAsync("p-1", At, "k1", default);

        Assert.Empty(_ledger.Known);
    }

    public void Dispose() => _store.Dispose();

    protected override IFeatureFlags Open() => new LedgerFlags(_inner, _ledger, new TermsReader(_store.Plays));
}
