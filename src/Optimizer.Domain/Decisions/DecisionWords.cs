namespace Optimizer.Domain.Decisions;

/// <summary>What was done with an experiment, in the words of pages.</summary>
public static class DecisionWords
{
    /// <summary>How an experiment ended, such as "adopted, proven".</summary>
    public static string End(DecisionKind kind) => kind switch
    {
        DecisionKind.Extend => "still running",
        DecisionKind.AdoptProven => "adopted, proven",
        DecisionKind.AdoptStated => "adopted by a stated rule, unproven",
        DecisionKind.AdoptProvisional => "adopted with a holdback, not yet proven",
        DecisionKind.Iterate => "not adopted",
        DecisionKind.Revert => "reverted",
        DecisionKind.Halt => "broken, counts for nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of decision"),
    };

    /// <summary>What is done, such as "take the variant out and restore control".</summary>
    /// <param name="kind">The decision.</param>
    /// <param name="variant">The variant it is done with; null for all.</param>
    public static string Action(DecisionKind kind, string? variant) => kind switch
    {
        DecisionKind.Extend => "keep running",
        DecisionKind.AdoptProven => $"make {variant ?? "the variant"} the new control",
        DecisionKind.AdoptStated => $"make {variant ?? "the variant"} the new control because a stated rule says so; nothing is proven",
        DecisionKind.AdoptProvisional => $"send 90 % of the traffic to {variant ?? "the variant"}, hold 10 % back until it is proven",
        DecisionKind.Iterate => "keep control and try the next hypothesis",
        DecisionKind.Revert => $"take {variant ?? "every variant"} out and restore control",
        DecisionKind.Halt => "stop: the experiment itself is broken, its numbers count for nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of decision"),
    };
}
