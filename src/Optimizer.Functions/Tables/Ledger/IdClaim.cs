namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Whose an event's id is.</summary>
/// <param name="Experiment">Whose log may have it.</param>
/// <param name="Block">The block for which it is claimed: once that one is counted and the id is not taken, the claim is void.</param>
/// <param name="IsTaken">Whether it is in the log, for ever.</param>
internal sealed record IdClaim(string Experiment, long Block, bool IsTaken);
