using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Asks the engine how instances stand, and notes what it was told: an answer made of it holds as long as nothing of it has changed.</summary>
internal sealed class SeenStatuses(IWorkflowClient client)
{
    private readonly List<InstanceStatus> _seen = [];
    private bool _isWhole = true;

    public async Task<InstanceStatus?> StatusAsync(string id, CancellationToken cancellationToken)
    {
        var status = await client.StatusAsync(id, cancellationToken);
        if (status is null)
        {
            _isWhole = false;
        }
        else
        {
            _seen.Add(status);
        }

        return status;
    }

    /// <summary>Whether the engine would say the same again; false also when it did not know something.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        foreach (var status in _seen)
        {
            // The engine gives the same object until something changes.
            if (!ReferenceEquals(status, await client.StatusAsync(status.InstanceId, cancellationToken)))
            {
                return false;
            }
        }

        return _isWhole;
    }
}
