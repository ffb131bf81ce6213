using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Durable;

/// <summary>Children of instances, and theirs.</summary>
internal static class Family
{
    /// <summary>All that are under these, of those that are known.</summary>
    public static IReadOnlyList<InstanceStatus> Under(IEnumerable<string> ids, IEnumerable<InstanceStatus> known)
    {
        var children = known.Where(status => status.ParentId is not null).ToLookup(status => status.ParentId!, StringComparer.Ordinal);
        var seen = new HashSet<string>(ids, StringComparer.Ordinal);
        var found = new List<InstanceStatus>();
        for (var next = new Queue<string>(seen); next.TryDequeue(out var id);)
        {
            foreach (var child in children[id].Where(child => seen.Add(child.InstanceId)))
            {
                found.Add(child);
                next.Enqueue(child.InstanceId);
            }
        }

        return found;
    }
}
