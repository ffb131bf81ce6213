using Optimizer.Embedded.Ledger;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Tests.Embedded.Ledger;

public sealed class SqliteLedgerTests : IDisposable
{
    private readonly LedgerFolder _folder = new();

    [Fact]
    public async Task Quarantined_RowsCountedLater_AreMarked()
    {
        using var ledger = _folder.Open();
        await ledger.AppendAsync([Event("1"), Event("2", variant: "third"), Event("1"), Event("3", experiment: "other")], Now, default);

        await ledger.PutAsync(Experiment(), Start, default);

        Assert.Equal([true, false, false], ledger.Quarantined(0, 10).Select(row => row.IsReadmitted));
    }

    [Fact]
    public async Task OpenToRead_WhileAnotherWrites_SeesWhatWasAnswered()
    {
        using var ledger = await _folder.OpenWithAsync();
        await ledger.AppendAsync([Event("1"), Event("2")], Now, default);

        using var other = SqliteLedger.OpenToRead(_folder.File, new());
        Assert.Equal(2, Assert.Single(await other.SumAsync(new("pricing-1"), default)).Rows);
    }

    public void Dispose() => _folder.Dispose();
}
