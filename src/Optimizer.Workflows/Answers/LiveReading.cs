using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;

namespace Optimizer.Workflows.Answers;

/// <summary>Asks an engine how plays stand, by the same two questions whether it runs or only its file is there.</summary>
/// <param name="list">One page of instances.</param>
/// <param name="find">One instance with its input; null when there is none.</param>
public sealed class LiveReading(
    Func<InstanceQuery, CancellationToken, Task<InstancePage>> list, Func<string, CancellationToken, Task<InstanceStatus?>> find)
{
    private const int PerPage = 1000;

    private static readonly RunState[] Open = [RunState.Pending, RunState.Running, RunState.Suspended, RunState.Parked];

    /// <summary>How one play stands, with its open questions; all of them with null.</summary>
    public async Task<LiveState> ReadAsync(string? play, CancellationToken cancellationToken)
    {
        var plays = new List<PlayView>();
        if (play is not null)
        {
            if (await find(LoopNames.PlayId(play), cancellationToken) is { } instance)
            {
                plays.Add(PlayView.Of(instance));
            }
        }
        else
        {
            await foreach (var instance in AllAsync(new() { IdPrefix = LoopNames.PlayId(""), PageSize = PerPage, Workflow = LoopNames.PlayName }, cancellationToken))
            {
                plays.Add(PlayView.Of(instance));
            }
        }

        var open = new List<ApprovalRequest>();
        var tags = play is null ? null : new Dictionary<string, string> { ["play"] = play };
        await foreach (var instance in AllAsync(new() { PageSize = PerPage, States = Open, Tags = tags, Workflow = LoopNames.ApprovalName }, cancellationToken))
        {
            var question = (instance.Status ?? instance.Input).ReadAs<ApprovalQuestion>("the status of a question", instance.InstanceId);
            if (question.State is ApprovalState.Pending or ApprovalState.Parked)
            {
                open.Add(question.Request);
            }
        }

        return new(plays, [.. open.OrderBy(ApprovalUrgency.KeyOf, StringComparer.Ordinal)]);
    }

    // What has not taken a step yet says how it stands by its input, which not every list holds.
    private async IAsyncEnumerable<InstanceStatus> AllAsync(InstanceQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await list(query with { After = after }, cancellationToken);
            foreach (var instance in page.Instances)
            {
                yield return instance.Status is null && await find(instance.InstanceId, cancellationToken) is { } whole ? whole : instance;
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
