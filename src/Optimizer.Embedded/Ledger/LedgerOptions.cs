namespace Optimizer.Embedded.Ledger;

/// <summary>How the attribution ledger is kept.</summary>
public sealed record LedgerOptions
{
    /// <summary>Name of the file in a data directory; apart from the others, because it grows with the visitors.</summary>
    public const string FileName = "ledger.db";

    /// <summary>Whether what was answered survives a power cut: every change is flushed. False still survives the death of the process.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long a change waits for another process that writes the same file.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Time given to other processes after each change. A server needs none: it writes when asked. An import, which always has more, leaves
    /// some, so that visitors of a running server are answered meanwhile.
    /// </summary>
    public TimeSpan Courtesy { get; init; }

    /// <summary>
    /// Whether a change goes on taking what comes while it is made, until nothing waits, another process asks for its turn, or it has 250,000
    /// rows. For an import: fewer pages are written, but an answer takes as long as the change. A server's changes take what waits when they begin.
    /// </summary>
    public bool Gathers { get; init; }
}
