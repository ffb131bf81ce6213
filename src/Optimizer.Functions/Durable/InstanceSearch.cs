using System.Globalization;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Durable;

/// <summary>Finds instances. Durable Task knows ids, states and the creation of generations; all else is looked through here.</summary>
/// <remarks>Each search reads all instances that Durable Task cannot leave out, so searches are for people and timers, not for steps.</remarks>
internal sealed class InstanceSearch(Func<DurableTaskClient> client)
{
    // With their inputs: an answer of the host may have 4 MB.
    private const int PageSize = 50;

    /// <summary>Instances that fit, in the order of their creation.</summary>
    public async Task<List<InstanceStatus>> FindAsync(InstanceQuery query, CancellationToken cancellationToken)
    {
        var statuses = query.States is { } states ? InstanceMapping.StatusesOf(states).ToList() : null;
        if (statuses is { Count: 0 })
        {
            return [];
        }

        var found = new List<InstanceStatus>();
        await EngineFaults.AskAsync(async () =>
        {
            found.Clear();
            var filter = new OrchestrationQuery(Statuses: statuses, InstanceIdPrefix: query.IdPrefix, PageSize: PageSize, FetchInputsAndOutputs: true);
            await foreach (var instance in client().GetAllInstancesAsync(filter).WithCancellation(cancellationToken))
            {
                var status = InstanceMapping.StatusOf(instance);
                if (Fits(status, query))
                {
                    found.Add(status);
                }
            }
        });
        found.Sort(Compare);
        return found;
    }

    /// <summary>One page of them.</summary>
    public async Task<InstancePage> PageAsync(InstanceQuery query, CancellationToken cancellationToken)
    {
        var all = await FindAsync(query, cancellationToken);
        var rest = query.After is { } after ? all.SkipWhile(status => Compare(PlaceOf(status), after) <= 0).ToList() : all;
        var page = rest.Take(query.PageSize).ToList();
        return new(page, rest.Count > page.Count ? PlaceOf(page[^1]) : null);
    }

    public static bool Fits(InstanceStatus status, InstanceQuery query) =>
        query.States?.Contains(status.State) != false
        && (query.IdPrefix is null || status.InstanceId.StartsWith(query.IdPrefix, StringComparison.Ordinal))
        && (query.Workflow is null || string.Equals(status.Workflow, query.Workflow, StringComparison.OrdinalIgnoreCase))
        && (query.CreatedFrom is null || status.CreatedAt >= query.CreatedFrom)
        && (query.CreatedBefore is null || status.CreatedAt < query.CreatedBefore)
        && (query.FinishedBefore is null || status.State.IsFinished() && status.UpdatedAt < query.FinishedBefore)
        && query.Tags?.All(tag => status.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value) != false;

    private static int Compare(InstanceStatus a, InstanceStatus b) => Compare(PlaceOf(a), PlaceOf(b));

    private static int Compare(string a, string b) => string.CompareOrdinal(a, b);

    private static string PlaceOf(InstanceStatus status) =>
        $"{status.CreatedAt.UtcTicks.ToString("d19", CultureInfo.InvariantCulture)} {status.InstanceId}";
}
