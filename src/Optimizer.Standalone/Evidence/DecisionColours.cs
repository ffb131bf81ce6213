using Optimizer.Domain.Decisions;

namespace Optimizer.Standalone.Evidence;

/// <summary>The colour of a decision.</summary>
internal static class DecisionColours
{
    public static string Of(DecisionKind kind) => kind switch
    {
        DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated => "green",
        DecisionKind.Revert or DecisionKind.Halt => "red",
        DecisionKind.Iterate or DecisionKind.Extend => "yellow",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of decision"),
    };
}
