using Microsoft.Extensions.Logging;
using Optimizer.Domain.Attribution;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Pages.Ledger;

/// <summary>Asks the ledger, and has it checked.</summary>
internal sealed partial class LedgerReader(ServedLoop loop, ILogger<LedgerReader> log)
{
    private const int PerPage = 50;
    private const int MostKnown = 200;

    // Small ledgers are checked while the caller waits; of a large one they look again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private LedgerCheck? _check;

    /// <param name="ask">What is asked.</param>
    /// <param name="hasRows">Whether the events are shown too: they name units.</param>
    /// <param name="after">Number of the last event before; 0 for the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<LedgerModel> ReadAsync(LedgerAsk ask, bool hasRows, long after, CancellationToken cancellationToken)
    {
        var known = await loop.Ledger.ExperimentsAsync(cancellationToken);
        var model = new LedgerModel
        {
            Ask = ask,
            Check = _check,
            Known = [.. known.OrderByDescending(each => each.Since).Take(MostKnown)],
            KnownCount = known.Count,
            Quarantine = await loop.Ledger.QuarantineAsync(cancellationToken),
        };
        if (ask.Experiment.Length == 0)
        {
            return model;
        }

        var (query, problem) = ask.Read();
        if (query is null || known.FirstOrDefault(each => each.Id == ask.Experiment) is not { } experiment)
        {
            return model with { Problem = problem ?? $"The ledger knows no experiment '{ask.Experiment}'." };
        }

        if (query.Variant is { } variant && !experiment.Variants.Contains(variant))
        {
            return model with { Experiment = experiment, Problem = $"{experiment.Id} has no variant '{variant}'; it has {string.Join(", ", experiment.Variants)}." };
        }

        var rows = hasRows ? await loop.Ledger.RowsAsync(query, after, PerPage + 1, cancellationToken) : null;
        return model with
        {
            Experiment = experiment,
            NextRows = rows?.Count > PerPage ? FormattableString.Invariant($"{ask.Href}&rows=1&after={rows[PerPage - 1].Number}#rows") : null,
            Rows = rows is null ? null : [.. rows.Take(PerPage)],
            Sums = ask.IsPart ? await loop.Ledger.SumAsync(query, cancellationToken) : [],
            Totals = ask.IsPart ? [] : VariantSums.Of(experiment, await loop.Ledger.TotalsAsync(experiment.Id, cancellationToken)),
        };
    }

    /// <summary>Writes that somebody was shown events of an experiment: once per person, page and hour.</summary>
    public Task TellAsync(string by, string experiment, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        return loop.World.Audit.AppendAsync(FormattableString.Invariant($"viewed/{now:yyyyMMddHH}/{by}/ledger/{experiment}"), new()
        {
            Actor = by,
            At = now,
            Cause = "ledger",
            Event = new PageViewed("ledger", $"events of {experiment}, with their units"),
            Play = "-",
        }, cancellationToken);
    }

    /// <summary>Looks at all of it; of many who ask at once, one look serves all.</summary>
    /// <returns>How it stands when it is done, or after a while.</returns>
    public async Task<LedgerCheck> CheckAsync(string by, CancellationToken cancellationToken)
    {
        LedgerCheck begun;
        lock (_gate)
        {
            if (_check is { Faults: null, Problem: null } running)
            {
                return running;
            }

            _check = begun = new(by, loop.Clock.GetUtcNow(), null);
        }

        await loop.World.Audit.AppendAsync($"order/ledger/{Guid.NewGuid():N}", new()
        {
            Actor = by,
            At = begun.At,
            Cause = "ledger",
            Event = new OrderGiven("ledger.verify", ""),
            Play = "-",
        }, CancellationToken.None);

        // It goes on when the caller goes away: the next one finds what came of it.
        var checking = Task.Run(() => RunAsync(begun), CancellationToken.None);
        _ = await Task.WhenAny(checking, Task.Delay(Patience, cancellationToken));
        return _check!;
    }

    private async Task RunAsync(LedgerCheck begun)
    {
        try
        {
            _check = begun with { Faults = await loop.Ledger.VerifyAsync(CancellationToken.None) };
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogNotChecked(log, fault);
            _check = begun with { Problem = "it could not be read to its end; the log says why" };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "the ledger could not be checked")]
    private static partial void LogNotChecked(ILogger logger, Exception fault);
}
