using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Durable;

/// <summary>Whether an id is free for a child: no instance has it, or one that has finished.</summary>
internal sealed class ChildIdActivity(Func<IWorkflowClient> client, TimeProvider clock)
{
    public const string Name = "durable-child-id";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Activity<ChildId, bool> Handle { get; } = new(Name);

    public async Task<bool> RunAsync(ActivityContext context, ChildId child)
    {
        // A child's answer reaches its parent before its own end is written.
        for (var began = clock.GetTimestamp(); ;)
        {
            var there = await client().StatusAsync(child.Id, context.CancellationToken);
            if (there?.State.IsFinished() != false)
            {
                return true;
            }

            if (!child.HasEnded || clock.GetElapsedTime(began) > Patience)
            {
                return false;
            }

            await Task.Delay(Beat, clock, context.CancellationToken);
        }
    }
}
