using Optimizer.Domain.Attribution;
using Optimizer.Domain.Experiments;
using Optimizer.Embedded.Ledger;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Tests.Workflows.Attribution;

public sealed class LedgerAssignmentTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly LedgerExperiment Experiment = new("pricing-1", ["control", "short"], "UTC", Start);

    private readonly SqliteLedger _ledger = SqliteLedger.Open(null, new());

    [Fact]
    [Trait("Req", "S2-048")]
    public async Task AssignAsync_SharesTurnedRound_MovesNobody()
    {
        await _ledger.PutAsync(Experiment with { Weights = [0.5, 0.5] }, Start, default);
        var before = await AllAsync(Enumerable.Range(0, 200));

        await _ledger.PutAsync(Experiment with { Weights = [0, 1] }, Start.AddHours(1), default);

        Assert.Equal(before, await AllAsync(Enumerable.Range(0, 200)));
        Assert.All(await AllAsync(Enumerable.Range(200, 100)), variant => Assert.Equal("short", variant));
        Assert.InRange(before.Count(variant => variant == "control"), 70, 130);
        Assert.Equal(300, (await _ledger.TotalsAsync("pricing-1", default)).Sum(total => total.Units));
    }

    [Fact]
    public async Task AssignAsync_WhoTakesNoPart_IsTold()
    {
        Assert.Null(await AssignAsync("a", Start));
        await _ledger.PutAsync(Experiment with { Until = Start.AddDays(7) }, Start, default);
        Assert.NotNull((await AssignAsync("a", Start))?.Variant);

        Assert.Equal(NotAssignedReason.NoUnitId, Reason(await AssignAsync("  ", Start)));
        Assert.Equal(NotAssignedReason.NotRunning, Reason(await AssignAsync("b", Start.AddTicks(-1))));
        Assert.Equal(NotAssignedReason.NotRunning, Reason(await AssignAsync("b", Start.AddDays(7))));
        Assert.NotNull((await AssignAsync("a", Start.AddDays(8)))?.Variant);
        Assert.Equal(1, Assert.Single(await _ledger.TotalsAsync("pricing-1", default)).Units);
        await Assert.ThrowsAsync<ArgumentException>(() => AssignAsync(new string('x', 201), Start));
    }

    [Fact]
    public async Task AssignAsync_UnitThatAnEventAssigned_KeepsThatVariant()
    {
        await _ledger.PutAsync(Experiment with { Weights = [0, 1] }, Start, default);
        await _ledger.AppendAsync([new() { Id = "1", At = Start, Experiment = "pricing-1", Variant = "control", Event = "view", Unit = "a" }], Start, default);

        Assert.Equal("control", (await AssignAsync("a", Start))?.Variant);
    }

    public void Dispose() => _ledger.Dispose();

    private static NotAssignedReason? Reason(UnitAssignment? given) => (given?.Assignment as Assignment.NotAssigned)?.Reason;

    private Task<UnitAssignment?> AssignAsync(string unit, DateTimeOffset at) => new LedgerAssignment(_ledger).AssignAsync("pricing-1", unit, at, default);

    private async Task<List<string?>> AllAsync(IEnumerable<int> units)
    {
        var variants = new List<string?>();
        foreach (var unit in units)
        {
            variants.Add((await AssignAsync($"u{unit}", Start.AddHours(2)))?.Variant);
        }

        return variants;
    }
}
