namespace Optimizer.Embedded.Storage;

/// <summary>A record of an instance's history, as stored.</summary>
internal sealed record RecordRow(long Sequence, RecordKind Kind, long At, ReadOnlyMemory<byte> Body);
