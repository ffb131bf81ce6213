using Optimizer.Workflows;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>One workflow as it was, and with each kind of change that its history can contradict.</summary>
internal static class Changes
{
    private static readonly Activity<int, int> First = new("first-step");
    private static readonly Activity<int, int> Second = new("second-step");
    private static readonly Activity<int, int> Other = new("other-step");

    public static WorkflowRegistry Code(string change) => new WorkflowRegistry()
        .Add(First, (_, number) => Task.FromResult(number))
        .Add(Second, (_, number) => Task.FromResult(number))
        .Add(Other, (_, number) => Task.FromResult(number))
        .Add(Play, async (context, _) =>
        {
            foreach (var step in Steps(change))
            {
                await context.CallAsync(step, 1);
            }

            if (change == "other kind")
            {
                await context.WaitAsync(Go);
            }

            context.SetStatus("waiting");
            var signal = (await context.WaitAsync(Go))!.Payload;
            return change == "appended" ? $"{signal} {(await context.CallAsync(Other, 1) == 1 ? "appended" : "")}" : signal;
        });

    private static Activity<int, int>[] Steps(string change) => change switch
    {
        "as it was" or "appended" => [First, Second],
        "renamed" => [Other, Second],
        "reordered" => [Second, First],
        "removed" => [Second],
        "added" => [Other, First, Second],
        "other kind" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "no such change"),
    };
}
