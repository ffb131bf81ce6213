using Optimizer.Workflows;

namespace Optimizer.Crash.Tests.Scripts;

/// <summary>Does what a script says.</summary>
internal sealed class ScriptWorkflow(TimeSpan unit)
{
    public static readonly Workflow<ScriptProgress, long> Handle = new("script");
    public static readonly Activity<Op.Call, long> Work = new("work");
    public static readonly Activity<int, None> Send = new("send");
    public static readonly Activity<int, None> Refuse = new("refuse");

    public async Task<long> RunAsync(IWorkflowContext context, ScriptProgress progress)
    {
        for (var index = progress.Next; index < progress.Script.Ops.Count; index++)
        {
            var op = progress.Script.Ops[index];
            if (op is Op.Again)
            {
                await context.CallAsync(Send, op.Id, Patient());
                context.ContinueAsNew(progress with { Next = -index - 1 });
                return 0;
            }

            progress = progress with { Sum = ScriptModel.Fold(progress.Sum, await DoAsync(context, op)), Next = index + 1 };
        }

        return progress.Sum;
    }

    /// <summary>As above; a generation that follows another first reads the signal that was left for it.</summary>
    public async Task<long> ContinueAsync(IWorkflowContext context, ScriptProgress progress)
    {
        if (progress.Next < 0)
        {
            var index = -progress.Next - 1;
            var left = await context.WaitAsync(SignalOf(progress.Script.Ops[index].Id));
            progress = progress with { Next = index + 1, Sum = ScriptModel.Fold(progress.Sum, left!.Payload) };
        }

        return await RunAsync(context, progress);
    }

    public static Signal<long> SignalOf(int op) => new($"op-{op}");

    private async Task<long> DoAsync(IWorkflowContext context, Op op)
    {
        switch (op)
        {
            case Op.Call call:
                return await context.CallAsync(Work, call, Patient());
            case Op.All all:
                var numbers = await Task.WhenAll(all.Ops.Select(branch => DoAsync(context, branch)));
                return numbers.Aggregate(0L, ScriptModel.Fold);
            case Op.Sleep sleep:
                await context.SleepAsync(context.UtcNow + sleep.Units * unit);
                return sleep.Units;
            case Op.Exchange { WaitsFirst: true }:
                var wait = context.WaitAsync(SignalOf(op.Id), context.UtcNow.AddDays(300));
                await context.CallAsync(Send, op.Id, Patient());
                return (await wait)!.Payload;
            case Op.Exchange:
                await context.CallAsync(Send, op.Id, Patient());
                return (await context.WaitAsync(SignalOf(op.Id)))!.Payload;
            case Op.Child child:
                return await context.RunAsync(Handle, $"{context.InstanceId}/{op.Id}", new ScriptProgress(child.Script, 0, 0));
            case Op.Show:
                context.SetStatus(op.Id);
                return op.Id;
            case Op.Refused:
                try
                {
                    await context.CallAsync(Refuse, op.Id);
                    return 0;
                }
                catch (StepFailedException)
                {
                    return ScriptModel.Refusal;
                }

            default:
                throw new InvalidOperationException($"unknown operation {op}");
        }
    }

    private RetrySchedule Patient() => new(20, unit);
}
