namespace Optimizer.Workflows.Ports;

/// <summary>Which signed links were used, and what for. Durable when it answers; thread safe.</summary>
public interface ILinkStore
{
    /// <summary>Uses a link; of many that use one at once, one does.</summary>
    /// <param name="use">What it is used for.</param>
    /// <param name="keptUntil">It may be forgotten from here on, because the link has long expired.</param>
    /// <param name="cancellationToken">Stops before it is used.</param>
    /// <returns>The first use of the link, which is this one or an earlier one.</returns>
    Task<LinkUse> UseAsync(LinkUse use, DateTimeOffset keptUntil, CancellationToken cancellationToken);

    /// <summary>The use of a link; null when it was not used.</summary>
    Task<LinkUse?> FindAsync(string nonce, CancellationToken cancellationToken);
}
