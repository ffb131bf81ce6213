using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Approvals.Activities;

/// <summary>Tells a question that nobody needs its answer any more.</summary>
internal sealed class CancelApprovalActivity(World world)
{
    public static Activity<string, None> Handle { get; } = new(ActivityNames.ApprovalCancel);

    public async Task<None> RunAsync(ActivityContext context, string approval)
    {
        await world.Client().SignalAsync(
            LoopNames.ApprovalId(approval), LoopNames.ApprovalNews, new ApprovalNews { Cancel = "no longer needed" }, "cancel", context.CancellationToken);
        return default;
    }
}
