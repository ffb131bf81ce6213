namespace Optimizer.Domain.Audit;

/// <summary>A record as it is chained, before anybody trusts its text enough to read it.</summary>
/// <param name="Sequence">Its place, from 1.</param>
/// <param name="Key">Idempotency key of the append.</param>
/// <param name="Text">The entry as JSON.</param>
/// <param name="PreviousHash">Of the record before; <see cref="AuditChain.NoHash"/> for the first.</param>
/// <param name="Hash">Of this one, as <see cref="AuditChain.HashOf"/> says.</param>
public sealed record ChainLink(long Sequence, string Key, string Text, string PreviousHash, string Hash);
