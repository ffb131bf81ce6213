using Optimizer.Workflows;

namespace Optimizer.Conformance.Tests.Histories;

/// <summary>
/// The workflows of the recorded histories. Never change one: a history that does not replay under it any more shows that
/// the engine broke what runs at somebody's. Each ends by waiting for "finish", where its history is recorded.
/// </summary>
internal static class GoldenWorkflows
{
    public static readonly Signal<string> Finish = new("finish");

    public static readonly Signal<int> Number = new("number");

    private static readonly Activity<int, int> Square = new("square");
    private static readonly Activity<string, string> Fail = new("fail");
    private static readonly Workflow<int, int> Squares = new("golden-squares");

    /// <summary>The samples: name and workflow, from its input of 3 to its answer.</summary>
    public static IReadOnlyDictionary<string, Func<IWorkflowContext, int, Task<string>>> Samples { get; } =
        new SortedDictionary<string, Func<IWorkflowContext, int, Task<string>>>(StringComparer.Ordinal)
        {
            ["chain"] = async (context, number) => $"{await context.CallAsync(Square, await context.CallAsync(Square, number))}",
            ["child"] = async (context, number) =>
            {
                var both = await Task.WhenAll(context.RunAsync(Squares, "kid-a", number), context.RunAsync(Squares, "kid-b", number + 1));
                return string.Join(' ', both);
            },
            ["continued"] = ContinuedAsync,
            ["failure"] = async (context, _) =>
            {
                try
                {
                    return await context.CallAsync(Fail, "always");
                }
                catch (StepFailedException caught)
                {
                    return await context.CallAsync(Fail, "never") + $" after {caught.Failure.Message}";
                }
            },
            ["fan-out"] = async (context, width) =>
                string.Join(' ', await Task.WhenAll(Enumerable.Range(0, width * 4).Select(number => context.CallAsync(Square, number)))),
            ["retry"] = async (context, _) =>
                await context.CallAsync(Fail, "twice", new(3, TimeSpan.FromMinutes(5)) { Longest = TimeSpan.FromMinutes(7) }),
            ["signals"] = SignalsAsync,
            ["timers"] = async (context, number) =>
            {
                var start = context.UtcNow;
                await context.SleepAsync(start + TimeSpan.FromDays(number));
                await Task.WhenAny(context.SleepAsync(start + TimeSpan.FromDays(900)), context.SleepAsync(context.UtcNow + TimeSpan.FromHours(1)));
                return $"{(context.UtcNow - start).TotalHours}";
            },
        };

    /// <summary>Handle of a sample.</summary>
    public static Workflow<int, string> Handle(string sample) => new($"golden-{sample}");

    /// <summary>The code of all samples.</summary>
    public static WorkflowRegistry Registry()
    {
        var registry = new WorkflowRegistry()
            .Add(Square, (_, number) => Task.FromResult(number * number))
            .Add(Fail, (context, when) => when == "always" || when == "twice" && context.Attempt < 3
                ? throw new InvalidOperationException($"{when}, attempt {context.Attempt}")
                : Task.FromResult($"{when}, attempt {context.Attempt}"))
            .Add(Squares, (context, number) => context.CallAsync(Square, number));
        foreach (var (name, run) in Samples)
        {
            registry.Add(Handle(name), async (context, number) =>
            {
                var answer = await run(context, number);
                if (answer.Length > 0)
                {
                    context.SetStatus("recorded");
                    answer += $", {(await context.WaitAsync(Finish))!.Payload}";
                }

                return answer;
            });
        }

        return registry;
    }

    // Ends its generation with no answer.
    private static async Task<string> ContinuedAsync(IWorkflowContext context, int number)
    {
        await context.CallAsync(Square, number);
        if (number < 5)
        {
            await context.WaitAsync(Number);
            context.ContinueAsNew(number + 1);
            return "";
        }

        return $"{number} {(await context.WaitAsync(Number))!.Payload}";
    }

    private static async Task<string> SignalsAsync(IWorkflowContext context, int number)
    {
        var newest = new[] { context.WaitAsync(Number), context.WaitAsync(Number) };
        var heard = await Task.WhenAll(newest);
        var inTime = await context.WaitAsync(Number, context.UtcNow + TimeSpan.FromHours(1));
        var tooLate = await context.WaitAsync(new Signal<int>("nobody"), context.UtcNow + TimeSpan.FromMinutes(number));
        return $"{string.Join(' ', heard.Select(delivery => delivery!.Payload))} {inTime?.Payload} {tooLate is null}";
    }
}
