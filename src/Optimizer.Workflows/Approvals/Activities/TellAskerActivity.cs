using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Proposals;

namespace Optimizer.Workflows.Approvals.Activities;

/// <summary>Brings an answer to the play, experiment or proposal that asked; told twice is heard once.</summary>
internal sealed class TellAskerActivity(World world)
{
    public static Activity<TellOrder, None> Handle { get; } = new(ActivityNames.ApprovalTell);

    public async Task<None> RunAsync(ActivityContext context, TellOrder order)
    {
        var (client, cancel) = (world.Client(), context.CancellationToken);
        if (order.Asker.StartsWith("experiment-", StringComparison.Ordinal))
        {
            await client.SignalAsync(order.Asker, LoopNames.ExperimentNews, new ExperimentNews { Approval = order.End }, order.End.Id, cancel);
        }
        else if (order.Asker.StartsWith("proposal-", StringComparison.Ordinal))
        {
            await client.SignalAsync(order.Asker, LoopNames.ProposalNews, new ProposalNews(order.End), order.End.Id, cancel);
        }
        else
        {
            await client.SignalAsync(order.Asker, LoopNames.PlayNews, new PlayNews { Approval = order.End }, order.End.Id, cancel);
        }

        return default;
    }
}
