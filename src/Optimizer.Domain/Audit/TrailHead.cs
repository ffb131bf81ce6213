namespace Optimizer.Domain.Audit;

/// <summary>Where a trail ends, kept apart from its records: without it, records cut off at the end would not be missed.</summary>
/// <param name="Count">Records there are, which is also the last one's sequence.</param>
/// <param name="Hash">Of the last one; <see cref="AuditChain.NoHash"/> for an empty trail.</param>
public sealed record TrailHead(long Count, string Hash)
{
    public static TrailHead Empty { get; } = new(0, AuditChain.NoHash);
}
