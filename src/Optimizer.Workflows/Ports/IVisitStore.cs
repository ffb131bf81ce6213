using Optimizer.Domain.Identity;

namespace Optimizer.Workflows.Ports;

/// <summary>When people looked at the pages.</summary>
public interface IVisitStore
{
    /// <summary>Notes a look, by <see cref="Visit.Of"/>; writes nothing when that changes nothing.</summary>
    Task<Visit> SeenAsync(string name, DateTimeOffset now, CancellationToken cancellationToken);
}
