using System.Collections.Concurrent;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Connectors.Notices;

/// <summary>A sink that takes what it is told to take.</summary>
internal sealed class TakingSink(string name, Func<Parcel, SinkAnswer>? answer = null) : INoticeSink
{
    private readonly ConcurrentQueue<Parcel> _taken = new();

    public string Name => name;

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<Parcel> Taken => [.. _taken];

    public IEnumerable<string> Subjects => Taken.SelectMany(parcel => parcel.Notices).Select(kept => kept.Notice.Subject);

    public Task<SinkAnswer> DeliverAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        var said = answer?.Invoke(parcel) ?? new(true, "taken");
        if (said.Delivered)
        {
            _taken.Enqueue(parcel);
        }

        return Task.FromResult(said);
    }
}
