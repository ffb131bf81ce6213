using System.Globalization;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>How instances stand, from the store.</summary>
internal static class StatusReader
{
    /// <summary>Null when there is no instance of this id.</summary>
    public static InstanceStatus? Read(IEngineStore store, string id) => store.Find(id) is { } row ? Of(store, row) : null;

    /// <summary>One page.</summary>
    /// <exception cref="ArgumentException">The cursor is none of ours.</exception>
    public static InstancePage List(IEngineStore store, InstanceQuery query)
    {
        var after = 0L;
        if (query.After is { } cursor && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            throw new ArgumentException($"'{cursor}' is not where a page begins; take Next of the page before", nameof(query));
        }

        var rows = store.List(query, after, query.PageSize + 1);
        var shown = rows.Take(query.PageSize).Select(row => Of(store, row)).ToList();
        return new(shown, rows.Count > query.PageSize ? rows[query.PageSize - 1].Key.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Children of all generations; none when there is no instance of this id.</summary>
    public static IReadOnlyList<InstanceStatus> Children(IEngineStore store, string id) =>
        store.Find(id) is { } row ? [.. store.Children(row.Key).Select(child => Of(store, child))] : [];

    public static InstanceStatus Of(IEngineStore store, InstanceRow row) => new()
    {
        InstanceId = row.Id,
        Workflow = row.Workflow,
        Version = row.Version,
        State = row is { State: RunState.Running, Started: false } ? RunState.Pending : row.State,
        CreatedAt = new(row.CreatedAt, TimeSpan.Zero),
        UpdatedAt = new(Math.Max(row.ChangedAt, store.LastRecordAt(row.Key) ?? 0), TimeSpan.Zero),
        Generation = row.Generation,
        ParentId = row.ParentId,
        Input = row.Input,
        Status = row.Status,
        Output = row.Output,
        Failure = row.Failure,
        Reason = row.Reason,
        Tags = row.Tags,
    };
}
