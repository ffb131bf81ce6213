namespace Optimizer.Domain.Audit;

/// <summary>An entry in its place: the trail is the truth, everything else a projection of it (C26).</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Key">Idempotency key of the append.</param>
/// <param name="Text">The entry as JSON, exactly as it was hashed.</param>
/// <param name="PreviousHash">Of the record before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 of sequence, key, previous hash and text, 64 hexadecimal digits.</param>
/// <param name="Entry">The text, read.</param>
public sealed record AuditRecord(long Sequence, string Key, string Text, string PreviousHash, string Hash, AuditEntry Entry);
