using Optimizer.Domain.Decisions;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>Ways in which an experiment with a holdback can end.</summary>
internal static class HoldbackEnd
{
    public const int ProvenInAll = 5;

    private static readonly Func<DecisionKind, DecisionKind, bool>[] Ends =
    [
        (first, _) => first == DecisionKind.AdoptProven,
        (first, _) => first == DecisionKind.AdoptProvisional,
        (_, later) => later == DecisionKind.AdoptProven,
        (_, later) => later == DecisionKind.Revert,
        (first, later) => first == DecisionKind.AdoptProvisional && later == DecisionKind.Extend,
        (first, later) => first == DecisionKind.AdoptProven || later == DecisionKind.AdoptProven,
    ];

    public static IReadOnlyList<Func<DecisionKind, DecisionKind, bool>> All => Ends;

    /// <summary>Which of them hold for a decision and what followed it.</summary>
    public static bool[] Of(DecisionKind first, DecisionKind later) => Array.ConvertAll(Ends, end => end(first, later));
}
