namespace Optimizer.Crash.Worker.Running;

/// <summary>How a worker runs.</summary>
public sealed record RunOptions
{
    /// <summary>Folder of its files, made when absent.</summary>
    public required string Folder { get; init; }

    /// <summary>Orders that the client has under way at the same time.</summary>
    public int Clients { get; init; } = 16;

    /// <summary>Orders in all, those of former lives included; null for no end.</summary>
    public int? Orders { get; init; }

    /// <summary>Starts no more orders than those whose start may not have been acknowledged, and ends when all have ended.</summary>
    public bool Drain { get; init; }

    /// <summary>Writes a line for each answer that the client was given.</summary>
    public bool Tell { get; init; }

    /// <summary>First starts a workflow whose activity kills the process each time.</summary>
    public bool Killer { get; init; }

    /// <summary>
    /// As the engine's; high unless a killer is at work, because here the kills come from outside and many of them at once
    /// say nothing about an order.
    /// </summary>
    public int MaxAttempts => Killer ? 3 : 10_000;
}
