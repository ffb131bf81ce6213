using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Reports;

namespace Optimizer.Functions.Watch;

/// <summary>
/// Deletes histories of questions, experiments, proposals and reports that ended a while ago; what came of them stands in the trail. Plays are never
/// deleted: one that was stopped must be found, or it would be started again.
/// </summary>
internal sealed class OldHistories(Func<IWorkflowClient> client, int days, TimeProvider clock)
{
    private static readonly string[] Workflows = [LoopNames.Approval.Name, LoopNames.Experiment.Name, LoopNames.Proposal.Name, WeeklyReportWorkflow.Handle.Name, WeeklyReportWorkflow.Part.Name];

    /// <returns>How many instances were deleted.</returns>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var (before, count) = (clock.GetUtcNow().AddDays(-days), 0);
        foreach (var workflow in Workflows)
        {
            count += await client().PurgeAsync(
                new InstanceQuery { FinishedBefore = before, States = [RunState.Completed, RunState.Failed, RunState.Terminated], Workflow = workflow }, cancellationToken);
        }

        return count;
    }
}
