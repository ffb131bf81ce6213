using Optimizer.Domain.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>An experiment as far as its log was counted: everything up to <see cref="Block"/> is in the rows, nothing behind it is answered.</summary>
internal sealed record LedgerHead
{
    // A blob takes 50,000 blocks.
    private const int MostBlocks = 40_000;
    private const long MostBytes = 1L << 30;

    public required LedgerExperiment Definition { get; init; }

    public required IReadOnlyList<LedgerStretch> Stretches { get; init; }

    /// <summary>Names of events that occurred.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Number of the last block that was counted, from 1.</summary>
    public required long Block { get; init; }

    /// <summary>Of that block.</summary>
    public required string Hash { get; init; }

    /// <summary>The blob in which it stands.</summary>
    public required int Segment { get; init; }

    /// <summary>Where it ends.</summary>
    public required long Position { get; init; }

    /// <summary>Blocks of that blob up to it.</summary>
    public required int Blocks { get; init; }

    /// <summary>Where the next block stands.</summary>
    public static LogPlace Next(LedgerHead? head) =>
        head is null ? default : head.Blocks >= MostBlocks || head.Position >= MostBytes ? new(head.Segment + 1, 0) : new(head.Segment, head.Position);

    /// <summary>Number of the next block.</summary>
    public static long NextBlock(LedgerHead? head) => (head?.Block ?? 0) + 1;
}
