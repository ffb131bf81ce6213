using Optimizer.Workflows;

namespace Optimizer.Crash.Worker.Orders;

/// <summary>The load: steps one after the other and side by side, retries, sleeps, signals, a child, continue-as-new.</summary>
public static class OrderWorkflow
{
    public static readonly Workflow<OrderState, OrderState> Order = new("order");
    public static readonly Workflow<int, string[]> Parcel = new("parcel");
    public static readonly Workflow<None, None> Killer = new("killer");

    public static readonly Activity<string, string> Effect = new("effect");
    public static readonly Activity<string, string> EffectAtSecondAttempt = new("effect-at-second-attempt");
    public static readonly Activity<string, string> OnceOnly = new("once-only");
    public static readonly Activity<None, None> Kill = new("kill");

    public static readonly Signal<int> Item = new("item");

    private static readonly RetrySchedule Twice = new(3, TimeSpan.FromMilliseconds(3));

    /// <summary>The code, with effects going to <paramref name="world"/>.</summary>
    public static WorkflowRegistry Registry(EffectWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new WorkflowRegistry()
            .Add(Order, RunAsync)
            .Add(Parcel, PackAsync)
            .Add(Killer, async (context, _) => await context.CallAsync(Kill, None.Value))
            .Add(Effect, (context, content) => Task.FromResult(world.Take(context, content)))
            .Add(EffectAtSecondAttempt, (context, content) => Task.FromResult(
                context.Attempt == 1 ? throw new InvalidOperationException("the first attempt fails") : world.Take(context, content)))
            .Add(OnceOnly, (context, content) => Task.FromResult(world.Take(context, content)), Repeat.Never)
            .Add(Kill, (_, _) =>
            {
                EffectWorld.KillProcess();
                return Task.FromResult(None.Value);
            });
    }

    private static async Task<OrderState> RunAsync(IWorkflowContext context, OrderState state)
    {
        var plan = new OrderPlan(state.Number);
        var heard = state.Heard.ToList();
        var outputs = state.Outputs.ToList();
        if (state.Generation == 0)
        {
            context.SetStatus("reserving");
            outputs.Add(await context.CallAsync(Effect, plan.Reserve));
            outputs.AddRange(await Task.WhenAll(
                Enumerable.Range(0, plan.Picks).Select(place => context.CallAsync(Effect, plan.Pick(place)))));
            outputs.Add(await context.CallAsync(plan.FailsOnce ? EffectAtSecondAttempt : Effect, plan.Pay, Twice));
            if (plan.HasOnce)
            {
                outputs.Add(await OnceAsync(context, plan));
            }

            await context.SleepAsync(context.UtcNow.AddMilliseconds(5));
            await HearAsync(context, plan, heard, plan.SignalsOfFirstGeneration);
            if (plan.HasChild)
            {
                outputs.AddRange(await context.RunAsync(Parcel, plan.ChildId, plan.Number));
            }

            if (plan.Continues)
            {
                context.ContinueAsNew(new OrderState(plan.Number, 1, [.. heard], [.. outputs]));
                return state;
            }
        }

        await HearAsync(context, plan, heard, plan.Signals);
        outputs.Add(await context.CallAsync(Effect, plan.Ship));
        context.SetStatus("shipped");
        return new OrderState(plan.Number, state.Generation, [.. heard], [.. outputs]);
    }

    private static async Task<string> OnceAsync(IWorkflowContext context, OrderPlan plan)
    {
        try
        {
            return await context.CallAsync(OnceOnly, plan.Once);
        }
        catch (StepFailedException failed) when (failed.Failure.Type == FailureTypes.Interrupted)
        {
            return OrderPlan.Unknown;
        }
    }

    private static async Task HearAsync(IWorkflowContext context, OrderPlan plan, List<int> heard, int count)
    {
        while (heard.Count < count)
        {
            var until = plan.WaitsWithDueTime ? context.UtcNow.AddMilliseconds(20) : (DateTimeOffset?)null;
            if (await context.WaitAsync(Item, until) is { } delivery)
            {
                heard.Add(delivery.Payload);
            }
        }
    }

    private static async Task<string[]> PackAsync(IWorkflowContext context, int number)
    {
        var plan = new OrderPlan(number);
        var parcel = await context.CallAsync(Effect, plan.Parcel);
        await context.SleepAsync(context.UtcNow.AddMilliseconds(3));
        return [parcel, await context.CallAsync(Effect, plan.Label)];
    }
}
