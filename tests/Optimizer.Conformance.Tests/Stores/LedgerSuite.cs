using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Ports;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What the suites of the ledger share: ledgers of one hosting that begin empty.</summary>
public abstract class LedgerSuite<THosting> : IAsyncDisposable, IAsyncLifetime
    where THosting : ILedgerHosting, new()
{
    private readonly THosting _hosting = new();

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _hosting.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<IAttributionLedger> OpenAsync() => _hosting.OpenAsync();

    protected Task<IReadOnlyList<string>> VerifyAsync(IAttributionLedger ledger) => _hosting.VerifyAsync(ledger);

    protected async Task<IAttributionLedger> OpenWithAsync(params LedgerExperiment[] experiments)
    {
        var ledger = await OpenAsync();
        foreach (var experiment in experiments.Length > 0 ? experiments : [Experiment()])
        {
            await ledger.PutAsync(experiment, Start, default);
        }

        return ledger;
    }

    protected static string Said(IEnumerable<EventAnswer> answers) => string.Join(' ', answers.Select(answer => answer.Kind));
}
