using Optimizer.Crash.Tests.Dying;
using Optimizer.Workflows;

namespace Optimizer.Crash.Tests.Whole;

/// <summary>A workflow that uses everything the port has.</summary>
internal static class WholeWorkflow
{
    public const string Id = "whole";
    public const string ChildId = "whole/child";
    public const string BrokenId = "whole/broken";
    public const string DoomedId = "whole/doomed";
    public const string Unknown = "unknown";

    public static readonly Workflow<WholeState, WholeState> Everything = new("whole");
    public static readonly Workflow<int, int> Child = new("child");
    public static readonly Workflow<None, None> Broken = new("broken");
    public static readonly Workflow<None, None> Doomed = new("doomed");

    public static readonly Activity<string, string> Effect = new("effect");
    public static readonly Activity<string, string> ThirdTime = new("third-time");
    public static readonly Activity<string, string> Once = new("once");

    public static readonly Signal<int> Number = new("number");
    public static readonly Signal<string> Word = new("word");

    /// <summary>Its notes at the end; the step that must not be repeated may have noted <see cref="Unknown"/>.</summary>
    public static readonly string[] Notes =
    [
        "a", "a, b", "fan 0", "fan 1", "fan 2", "third time", "once", "no word", "go", "child 10", "broken: beyond repair",
        "doomed: optimizer.terminated", "last",
    ];

    /// <summary>What the world holds at the end.</summary>
    public static readonly string[] Effects =
        [.. ((string[])["a", "a, b", "fan 0", "fan 1", "fan 2", "third time", "once", "child 4", "child 5", "last"]).Order(StringComparer.Ordinal)];

    public static WorkflowRegistry Registry(World world, Life life) => new WorkflowRegistry()
        .Add(Everything, RunAsync)
        .Add(Child, ChildAsync)
        .Add(Broken, async (context, _) =>
        {
            await context.SleepAsync(context.UtcNow.AddMinutes(1));
            throw new InvalidOperationException("beyond repair");
        })
        .Add(Doomed, async (context, _) =>
        {
            await context.WaitAsync(Word);
            return None.Value;
        })
        .Add(Effect, (call, content) => Task.FromResult(world.Take(life, call, content)))
        .Add(Once, (call, content) => Task.FromResult(world.Take(life, call, content)), Repeat.Never)
        .Add(ThirdTime, (call, content) =>
        {
            world.Take(life, call, content, takes: call.Attempt == 3);
            return call.Attempt == 3 ? Task.FromResult(content) : throw new InvalidOperationException($"attempt {call.Attempt} fails");
        });

    private static async Task<WholeState> RunAsync(IWorkflowContext context, WholeState state)
    {
        var (heard, notes) = (state.Heard.ToList(), state.Notes.ToList());
        if (state.Generation == 0)
        {
            await StepsAsync(context, notes);
            await SignalsAsync(context, heard, notes);
            await ChildrenAsync(context, notes);
            context.ContinueAsNew(new WholeState(1, [.. heard], [.. notes]));
            return state;
        }

        context.SetStatus("second generation");
        heard.Add((await context.WaitAsync(Number))!.Payload);
        heard.Add((await context.WaitAsync(Number))!.Payload);
        notes.Add(await context.CallAsync(Effect, "last"));
        return new WholeState(state.Generation, [.. heard], [.. notes]);
    }

    private static async Task StepsAsync(IWorkflowContext context, List<string> notes)
    {
        context.SetStatus("steps");
        notes.Add(await context.CallAsync(Effect, "a"));
        notes.Add(await context.CallAsync(Effect, $"{notes[^1]}, b"));
        notes.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(place => context.CallAsync(Effect, $"fan {place}"))));
        notes.Add(await context.CallAsync(ThirdTime, "third time", new RetrySchedule(3, TimeSpan.FromMinutes(1))));
        await context.SleepAsync(context.UtcNow.AddHours(1));
        try
        {
            notes.Add(await context.CallAsync(Once, "once"));
        }
        catch (StepFailedException failed) when (failed.Failure.Type == FailureTypes.Interrupted)
        {
            notes.Add(Unknown);
        }
    }

    private static async Task SignalsAsync(IWorkflowContext context, List<int> heard, List<string> notes)
    {
        context.SetStatus("signals");
        heard.Add((await context.WaitAsync(Number))!.Payload);
        heard.Add((await context.WaitAsync(Number))!.Payload);
        notes.Add((await context.WaitAsync(Word, context.UtcNow.AddMinutes(30)))?.Payload ?? "no word");
        notes.Add((await context.WaitAsync(Word, context.UtcNow.AddDays(1)))?.Payload ?? "no word");
    }

    private static async Task ChildrenAsync(IWorkflowContext context, List<string> notes)
    {
        context.SetStatus("children");
        notes.Add($"child {await context.RunAsync(Child, ChildId, 4)}");
        try
        {
            await context.RunAsync(Broken, BrokenId, None.Value, new RetrySchedule(2, TimeSpan.FromMinutes(1)));
        }
        catch (StepFailedException failed)
        {
            notes.Add($"broken: {failed.Failure.Message}");
        }

        try
        {
            await context.RunAsync(Doomed, DoomedId, None.Value);
        }
        catch (StepFailedException failed)
        {
            notes.Add($"doomed: {failed.Failure.Type}");
        }
    }

    private static async Task<int> ChildAsync(IWorkflowContext context, int input)
    {
        if (input == 4)
        {
            await context.CallAsync(Effect, "child 4");
            await context.SleepAsync(context.UtcNow.AddMinutes(2));
            context.ContinueAsNew(5);
            return 0;
        }

        await context.CallAsync(Effect, $"child {input}");
        return 2 * input;
    }
}
