using System.Globalization;
using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Ledger;

/// <summary>
/// Brings files of events into the ledger. One part is parsed while the one before it is written. A part is durable when it is counted; stopped
/// at any moment and begun again, what was there already is counted as such.
/// </summary>
/// <param name="ledger">Where to.</param>
/// <param name="clock">Says now, against which times are checked.</param>
public sealed class EventImport(IAttributionLedger ledger, TimeProvider clock)
{
    private const int Part = 50_000;

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
        var writing = Task.CompletedTask;
        try
        {
            for (var goesOn = true; goesOn;)
            {
                var part = new ImportPart(Path.GetFileName(path));
                try
                {
                    goesOn = part.Fill(source, Part);
                }
                finally
                {
                    await writing;
                    writing = WriteAsync(part, count, cancellationToken);
                }

                progress(source.Progress ?? 0);
            }
        }
        finally
        {
            await writing;
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

    private async Task WriteAsync(ImportPart part, ImportCount count, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var answers = await ledger.AppendAsync(part.Events, now, cancellationToken);
        await ledger.SetAsideAsync(part.Refused, now, cancellationToken);
        for (var i = 0; i < answers.Count; i++)
        {
            count.Add(answers[i], answers[i].Kind == EventAnswerKind.Quarantined ? string.Create(CultureInfo.InvariantCulture, $"{part.File}:{part.LineOf(i)}: ") : "");
        }

        foreach (var row in part.Refused)
        {
            count.SetAside(row.Code, row.Why);
        }
    }
}
