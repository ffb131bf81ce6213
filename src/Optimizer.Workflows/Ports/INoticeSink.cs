using Optimizer.Workflows.Notices;

namespace Optimizer.Workflows.Ports;

/// <summary>A place where people or programs read notices.</summary>
public interface INoticeSink
{
    /// <summary>As the settings name it.</summary>
    string Name { get; }

    /// <summary>
    /// Delivers; the same parcel may come again with the same key when it is not known whether it arrived. That a sink does not answer is an
    /// answer, not an exception.
    /// </summary>
    Task<SinkAnswer> DeliverAsync(Parcel parcel, CancellationToken cancellationToken);

    /// <summary>Brings what it shows up to date where nobody told of a change; called when nothing is due. Most sinks show nothing that changes.</summary>
    Task FollowAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
