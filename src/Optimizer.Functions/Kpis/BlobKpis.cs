using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Optimizer.Connectors.Files;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Kpis;

/// <summary>
/// KPIs of every play from a blob container that somebody else fills: SLUG.csv or SLUG.csv.gz, as in <see cref="KpiFolder"/>, which reads
/// them from a copy on the disk of this instance. The storage is asked each time and sends a file again only when it changed.
/// </summary>
/// <param name="container">Where the files are.</param>
/// <param name="folder">Where the copies go; of this process alone.</param>
/// <param name="clock">What the age of a file is counted by.</param>
internal sealed class BlobKpis(BlobContainerClient container, string folder, TimeProvider clock) : IKpiSource
{
    private static readonly string[] Endings = [".csv", ".csv.gz"];

    private readonly KpiFolder _copies = new(folder, clock);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ETag> _tags = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<KpiPoint>> ReadAsync(Play play, PlayKpi kpi, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        OverAsync(play, () => _copies.ReadAsync(play, kpi, first, last, cancellationToken), cancellationToken);

    public Task<IReadOnlyDictionary<string, long>> CountAsync(
        Play play, IReadOnlyList<string> events, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        OverAsync(play, () => _copies.CountAsync(play, events, first, last, cancellationToken), cancellationToken);

    public Task<int> DaysAsync(Play play, PlayKpi kpi, DateOnly last, CancellationToken cancellationToken) =>
        OverAsync(play, () => _copies.DaysAsync(play, kpi, last, cancellationToken), cancellationToken);

    public async Task<string?> FaultAsync(Play play, DateOnly last, CancellationToken cancellationToken) =>
        (await OverAsync(play, () => _copies.FaultAsync(play, last, cancellationToken), cancellationToken))?.Replace(
            Path.Combine(folder, play.Slug), Blob(play.Slug), StringComparison.Ordinal);

    /// <summary>People know the blob, not the copy.</summary>
    private string Blob(string name) => $"blob {container.Name}/{name}";

    private async Task<T> OverAsync<T>(Play play, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(play);
        var turn = _turns.GetOrAdd(play.Slug, _ => new(1, 1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var ending in Endings)
            {
                await CopyAsync(play.Slug + ending, cancellationToken);
            }

            return await read();
        }
        catch (FileFaultException fault)
        {
            throw new FileFaultException(Blob(Path.GetFileName(fault.Path)), fault.Line, fault.Column, fault.Problem, fault);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task CopyAsync(string name, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(folder, name);
        var conditions = _tags.TryGetValue(name, out var known) ? new BlobRequestConditions { IfNoneMatch = known } : null;
        try
        {
            var answer = await container.GetBlobClient(name).DownloadContentAsync(conditions, cancellationToken);
            if (answer.GetRawResponse().Status == 304)
            {
                return;
            }

            var read = answer.Value;
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync($"{copy}.new", read.Content.ToMemory(), cancellationToken);

            // The age of a file says whether somebody may still be writing it.
            File.SetLastWriteTimeUtc($"{copy}.new", read.Details.LastModified.UtcDateTime);
            File.Move($"{copy}.new", copy, overwrite: true);
            _tags[name] = read.Details.ETag;
        }
        catch (RequestFailedException same) when (same.Status == 304)
        {
            // As it was copied.
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            _tags.TryRemove(name, out _);
            File.Delete(copy);
        }
    }
}
