using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Ledger;

/// <summary>
/// Flags whose experiments the attribution ledger knows, so that our own assignment and our own events serve an experiment end to end.
/// After every change the ledger is told how the flag stands then, not what was ordered: an order that comes a second time, late, opens
/// nothing again, and one that died half way is made whole when it is repeated.
/// </summary>
/// <param name="inner">Keeps the flags.</param>
/// <param name="ledger">Takes new units only while the flag stands and is on.</param>
/// <param name="terms">Tells the zone of a play: its days are the ledger's.</param>
public sealed class LedgerFlags(IFeatureFlags inner, IAttributionLedger ledger, TermsReader terms) : IFeatureFlags
{
    public async Task PutAsync(FlagState flag, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flag);
        await inner.PutAsync(flag, at, key, cancellationToken).ConfigureAwait(false);
        await TellAsync(flag.Experiment, at, cancellationToken).ConfigureAwait(false);
    }

    public Task<FlagState?> FindAsync(string experiment, CancellationToken cancellationToken) => inner.FindAsync(experiment, cancellationToken);

    public async Task RemoveAsync(string experiment, DateTimeOffset at, string key, CancellationToken cancellationToken)
    {
        await inner.RemoveAsync(experiment, at, key, cancellationToken).ConfigureAwait(false);
        await TellAsync(experiment, at, cancellationToken).ConfigureAwait(false);
    }

    private static string[] Names(int count) =>
        count == 2 ? ["control", "variant"] : ["control", .. Enumerable.Range(1, count - 1).Select(number => $"variant-{number}")];

    private async Task TellAsync(string experiment, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var known = await ledger.FindAsync(experiment, cancellationToken).ConfigureAwait(false);
        var flag = await inner.FindAsync(experiment, cancellationToken).ConfigureAwait(false);
        if (flag is null && known is null)
        {
            return;
        }

        var told = known ?? new LedgerExperiment(experiment, Names(flag!.Settings.Count), await ZoneAsync(flag.Play, cancellationToken).ConfigureAwait(false), at);
        await ledger.PutAsync(
            told with
            {
                Until = flag is { Enabled: true } ? null : told.Until ?? at,
                Weights = flag?.Weights ?? told.Weights,
            },
            at,
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> ZoneAsync(string play, CancellationToken cancellationToken) =>
        (await terms.InForceAsync(play, cancellationToken).ConfigureAwait(false)).Play.Monitor.TimeZone;
}
