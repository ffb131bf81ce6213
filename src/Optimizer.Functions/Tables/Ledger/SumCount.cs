namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Running sums of one variant, assignment day and stretch, or what is to be added to them.</summary>
internal sealed record SumCount
{
    /// <summary>The last block that was added.</summary>
    public long Block { get; init; }

    public required SumKey Place { get; init; }

    /// <summary>Units assigned.</summary>
    public long Units { get; init; }

    /// <summary>By name of event.</summary>
    public Dictionary<string, EventCount> Events { get; init; } = new(StringComparer.Ordinal);

    public SumCount And(SumCount added, long block)
    {
        var events = new Dictionary<string, EventCount>(Events, StringComparer.Ordinal);
        foreach (var (name, count) in added.Events)
        {
            events[name] = events.GetValueOrDefault(name).And(count);
        }

        return this with { Block = block, Units = Units + added.Units, Events = events };
    }

    /// <summary>Whether it counts the same, whatever block it was counted in.</summary>
    public bool IsSame(SumCount other) => Units == other.Units && Events.Count == other.Events.Count
        && Events.All(each => other.Events.TryGetValue(each.Key, out var count) && count == each.Value);
}
