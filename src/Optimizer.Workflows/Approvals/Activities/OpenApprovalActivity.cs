using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Approvals.Activities;

/// <summary>Starts a question's workflow; the same id twice is once.</summary>
internal sealed class OpenApprovalActivity(World world)
{
    public static Activity<ApprovalQuestion, None> Handle { get; } = new(ActivityNames.ApprovalOpen);

    public async Task<None> RunAsync(ActivityContext context, ApprovalQuestion question)
    {
        await world.Client().StartAsync(
            LoopNames.Approval, LoopNames.ApprovalId(question.Request.Id), question,
            new() { Tags = new Dictionary<string, string> { ["play"] = question.Request.Play } }, context.CancellationToken);
        return default;
    }
}
