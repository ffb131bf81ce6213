using Optimizer.Domain.Decisions;

namespace Optimizer.Workflows.Experiments;

/// <summary>How an experiment is to end.</summary>
/// <param name="End">Adopted for the adopting kinds, else control restored.</param>
/// <param name="Counts">Whether it counts for convergence: not when broken, starved of units or refused by a person.</param>
/// <param name="Why">In words, most important first.</param>
public sealed record Settlement(DecisionKind End, bool Counts, IReadOnlyList<string> Why)
{
    public bool Adopts => End is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated;
}
