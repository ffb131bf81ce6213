namespace Optimizer.Domain.Policies.Checks;

/// <summary>A recorded action under another policy.</summary>
/// <param name="Id">Of the recorded ruling.</param>
/// <param name="Action">What was asked.</param>
/// <param name="Was">The answer on record.</param>
/// <param name="WasPolicy">Version and hash that gave it.</param>
/// <param name="Now">What the other policy would have answered.</param>
public sealed record SimulatedRuling(string Id, ProposedAction Action, Ruling Was, string WasPolicy, Ruling Now)
{
    /// <summary>Whether the answer is another one: another kind, or another seat to ask.</summary>
    public bool IsChanged => Was.Kind != Now.Kind || Was.Seat != Now.Seat;
}
