using Optimizer.Connectors.Ledger;

namespace Optimizer.Standalone.Ledger;

/// <summary>What an import did.</summary>
/// <param name="File">The ledger.</param>
/// <param name="Count">What became of the rows.</param>
/// <param name="Took">From the first byte to the last flush.</param>
/// <param name="Opened">Experiments that it made known.</param>
/// <param name="Fault">Why a file could not be read to its end; null when all were.</param>
internal sealed record ImportReport(string File, ImportCount Count, TimeSpan Took, IReadOnlyList<string> Opened, string? Fault)
{
    public double RowsPerSecond => Took > TimeSpan.Zero ? Count.Rows / Took.TotalSeconds : 0;
}
