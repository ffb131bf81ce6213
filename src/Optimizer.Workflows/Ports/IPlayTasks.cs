namespace Optimizer.Workflows.Ports;

/// <summary>The tasks of a tracker that Optimizer keeps itself.</summary>
public interface IPlayTasks
{
    /// <summary>In the order of their first opening.</summary>
    /// <param name="alsoClosed">Also those that are done.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<PlayTask>> ListAsync(bool alsoClosed, CancellationToken cancellationToken);

    /// <summary>Closes it; closed already, the first close holds.</summary>
    /// <returns>The task as it stands; null when there is none of this id.</returns>
    Task<PlayTask?> CloseAsync(string id, string by, DateTimeOffset at, CancellationToken cancellationToken);
}
