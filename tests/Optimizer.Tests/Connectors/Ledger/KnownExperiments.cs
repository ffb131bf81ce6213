using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Ledger;

/// <summary>The part of a ledger that knows experiments; may die before it was told.</summary>
internal sealed class KnownExperiments : IAttributionLedger
{
    public Dictionary<string, LedgerExperiment> Known { get; } = [];

    public int Deaths { get; set; }

    public Task PutAsync(LedgerExperiment experiment, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Deaths-- > 0)
        {
            throw new IOException("died");
        }

        Known[experiment.Id] = experiment;
        return Task.CompletedTask;
    }

    public Task<LedgerExperiment?> FindAsync(string experiment, CancellationToken cancellationToken) =>
        Task.FromResult(Known.GetValueOrDefault(experiment));

    public Task<IReadOnlyList<EventAnswer>> AppendAsync(IReadOnlyList<AttributionEvent> events, DateTimeOffset now, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int?> AssignAsync(string experiment, string unit, int variant, DateTimeOffset at, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int?> AssignedAsync(string experiment, string unit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<VariantTotal>> TotalsAsync(string experiment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<LedgerSum>> SumAsync(LedgerQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<LedgerRow>> RowsAsync(LedgerQuery query, long after, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetAsideAsync(IReadOnlyList<RefusedRow> rows, DateTimeOffset now, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, long>> QuarantineAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<LedgerExperiment>> ExperimentsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
