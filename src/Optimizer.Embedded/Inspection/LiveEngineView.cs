using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>A look at an engine that runs in this process. Disposing it leaves the engine as it is.</summary>
internal sealed class LiveEngineView(EmbeddedEngine engine, string file) : IEngineView
{
    public string File { get; } = Path.GetFullPath(file);

    public async Task<ListedPage> ListAsync(InstanceQuery query, CancellationToken cancellationToken = default)
    {
        InstancePage page;
        try
        {
            page = await engine.ListAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException place)
        {
            throw Listing.Nowhere(query, place);
        }

        var listed = new List<ListedInstance>(page.Instances.Count);
        foreach (var status in page.Instances)
        {
            listed.Add(await Listing.OfAsync(status, () => engine.HistoryAsync(status.InstanceId, cancellationToken)).ConfigureAwait(false));
        }

        return new(listed, page.Next);
    }

    public Task<InstanceStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken = default) =>
        engine.StatusAsync(instanceId, cancellationToken);

    public Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellationToken = default) =>
        engine.HistoryAsync(instanceId, cancellationToken);

    public Task<IReadOnlyList<InstanceStatus>> ChildrenAsync(string instanceId, CancellationToken cancellationToken = default) =>
        engine.ChildrenAsync(instanceId, cancellationToken);

    public Task<EngineHealth?> HealthAsync(CancellationToken cancellationToken = default) => Task.FromResult<EngineHealth?>(engine.Health());

    public async Task BackupAsync(string file, CancellationToken cancellationToken = default)
    {
        BackupTarget.MustBeNew(file);
        await engine.BackupAsync(file, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
