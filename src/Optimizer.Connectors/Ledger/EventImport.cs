using System.Runtime.ExceptionServices;
using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Ledger;

/// <summary>
/// Brings files of events into the ledger. Parts are parsed while those before them are written. A part is durable when it is counted; stopped
/// at any moment and begun again, what was there already is counted as such.
/// </summary>
/// <param name="ledger">Where to.</param>
/// <param name="clock">Says now, against which times are checked.</param>
public sealed class EventImport(IAttributionLedger ledger, TimeProvider clock)
{
    // Rows that may wait for their answer: the ledger makes one change of as many as it likes, and memory stays bounded.
    private const int MostWaiting = 240_000;

    /// <summary>Rows that are given to the ledger at once.</summary>
    public int RowsAtOnce { get; init; } = 20_000;

    /// <summary>Imports a file.</summary>
    /// <param name="path">JSONL or CSV, plain or gzip.</param>
    /// <param name="count">Is added to, also when the import breaks off.</param>
    /// <param name="progress">Told the share read now and then.</param>
    /// <param name="cancellationToken">Stops between parts.</param>
    /// <exception cref="Files.FileFaultException">The file cannot be read from a place on; what stands before it is in the ledger.</exception>
    public async Task ReadAsync(string path, ImportCount count, Action<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(progress);
        using var source = EventFile.Open(path);
        var writing = new Queue<PartInWriting>();
        try
        {
            for (var goesOn = true; goesOn;)
            {
                var part = new ImportPart(Path.GetFileName(path));
                try
                {
                    goesOn = part.Fill(source, RowsAtOnce);
                }
                finally
                {
                    writing.Enqueue(Write(part, cancellationToken));
                }

                while (writing.Peek().IsAnswered || writing.Count * RowsAtOnce >= MostWaiting)
                {
                    await writing.Dequeue().CountAsync(count);
                    if (writing.Count == 0)
                    {
                        break;
                    }
                }

                progress(source.Progress ?? 0);
            }
        }
        finally
        {
            await CountAsync(writing, count);
        }
    }

    /// <summary>
    /// Makes experiments of a file known that are not, from what the file says of them: variants by name, the one called control first,
    /// else by the alphabet; the day of the first event, in UTC; equal shares.
    /// </summary>
    /// <returns>Ids of those made known.</returns>
    public async Task<IReadOnlyList<string>> OpenAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var found = new SortedDictionary<string, (SortedSet<string> Variants, DateTimeOffset First)>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            using var source = EventFile.Open(path);
            while (source.Read(out var happened, out _))
            {
                // Only what could be counted: an event of 1970 does not say when the experiment began.
                if (happened is null || EventCheck.Alone(happened, clock.GetUtcNow()) is not null)
                {
                    continue;
                }

                var (variants, first) = found.TryGetValue(happened.Experiment, out var known) ? known : (new(StringComparer.Ordinal), happened.At);
                if (variants.Count <= ExperimentCheck.MostVariants)
                {
                    _ = variants.Add(happened.Variant);
                }

                found[happened.Experiment] = (variants, first < happened.At ? first : happened.At);
            }
        }

        var opened = new List<string>();
        foreach (var (id, (variants, first)) in found)
        {
            var experiment = new LedgerExperiment(id, [.. variants.OrderBy(name => name != "control")], "UTC", new(first.UtcDateTime.Date, TimeSpan.Zero));
            if (await ledger.FindAsync(id, cancellationToken) is null && ExperimentCheck.Problem(experiment) is null)
            {
                await ledger.PutAsync(experiment, experiment.Since, cancellationToken);
                opened.Add(id);
            }
        }

        return opened;
    }

    // Also when one failed: those that were written are counted, and the first failure is told.
    private static async Task CountAsync(Queue<PartInWriting> writing, ImportCount count)
    {
        ExceptionDispatchInfo? failure = null;
        while (writing.TryDequeue(out var part))
        {
            try
            {
                await part.CountAsync(count);
            }
            catch (Exception problem)
            {
                failure ??= ExceptionDispatchInfo.Capture(problem);
            }
        }

        failure?.Throw();
    }

    // Both are asked before either is answered, so that they come into one change.
    private PartInWriting Write(ImportPart part, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return new(part, ledger.AppendAsync(part.Release(), now, cancellationToken), ledger.SetAsideAsync(part.Refused, now, cancellationToken));
    }
}
