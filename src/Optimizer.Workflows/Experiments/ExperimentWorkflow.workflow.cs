using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Approvals.Activities;
using Optimizer.Workflows.Experiments.Activities;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays.Activities;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Experiments;

/// <summary>
/// One controlled experiment: prepared, switched on, watched every quarter of an hour, looked at every day, decided, and settled. It
/// always leaves the world adopted or restored: whatever does not answer is tried again until it does, and nothing else ends it.
/// </summary>
public static class ExperimentWorkflow
{
    private static readonly RetrySchedule Quick = new(4, TimeSpan.FromSeconds(30)) { Backoff = 3 };
    private static readonly RetrySchedule Once = new(1, TimeSpan.FromSeconds(30));
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public static async Task<None> RunAsync(IWorkflowContext context, ExperimentState state)
    {
        var steps = 0;
        context.SetStatus(ExperimentMoves.View(state));
        while (state.Settle is null || state.Phase != ExperimentPhase.Settled)
        {
            if (state.RetryAt is { } retry && context.UtcNow < retry)
            {
                state = await HearAsync(context, state, retry);
            }
            else if (ExperimentMoves.NextStep(state, context.UtcNow) is { } step)
            {
                state = await TryAsync(context, state, step);
            }
            else
            {
                state = await HearAsync(context, state, state.NextWatch < state.NextLook ? state.NextWatch : state.NextLook);
            }

            // About a day of watching: history stays bounded however long the experiment runs.
            if (++steps >= 200)
            {
                context.ContinueAsNew(state);
                return default;
            }
        }

        context.SetStatus(ExperimentMoves.View(state));
        return default;
    }

    private static async Task<ExperimentState> HearAsync(IWorkflowContext context, ExperimentState state, DateTimeOffset until)
    {
        var delivery = await context.WaitAsync(LoopNames.ExperimentNews, until);
        return delivery is null ? state with { RetryAt = null } : ExperimentMoves.Hear(state, delivery.Payload);
    }

    private static async Task<ExperimentState> TryAsync(IWorkflowContext context, ExperimentState state, ExperimentStep step)
    {
        try
        {
            var next = await StepAsync(context, state, step);
            if (state.Failures > 0)
            {
                await context.CallAsync(RecordActivity.Handle, ExperimentMoves.Recovered(state, step, context.UtcNow), Quick);
            }

            next = next with { Failures = 0, IsStuckTold = false, Problem = null, RetryAt = null };
            if (next.Phase != state.Phase || next.Problem != state.Problem || step == ExperimentStep.Look)
            {
                context.SetStatus(ExperimentMoves.View(next));
            }

            return next;
        }
        catch (StepFailedException fault)
        {
            var pause = TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, 5 * Math.Pow(2, state.Failures)));
            var parked = ExperimentMoves.Parked(state, step, fault.Failure, context.UtcNow + pause);
            context.SetStatus(ExperimentMoves.View(parked));
            return Stuck.Notice(parked, fault.Failure) is { } notice ? await TellAsync(context, parked, notice) : parked;
        }
    }

    private static async Task<ExperimentState> TellAsync(IWorkflowContext context, ExperimentState state, Notice notice)
    {
        try
        {
            await context.CallAsync(RecordActivity.Handle, new($"{state.Id}/stuck-{context.UtcNow:yyyyMMddHHmmss}", [], notice), Once);
            return state with { IsStuckTold = true };
        }
        catch (StepFailedException)
        {
            // Nobody can be told either: it is told after the next failure, and the view says what does not answer.
            return state;
        }
    }

    private static async Task<ExperimentState> StepAsync(IWorkflowContext context, ExperimentState state, ExperimentStep step)
    {
        var now = context.UtcNow;
        switch (step)
        {
            case ExperimentStep.Prepare:
                return ExperimentMoves.Prepared(state, await context.CallAsync(PrepareActivity.Handle, state, Quick));
            case ExperimentStep.Shift:
                await context.CallAsync(ShiftActivity.Handle, new(state, now), Quick);
                return ExperimentMoves.Shifted(state);
            case ExperimentStep.Watch:
                return ExperimentMoves.Watched(state, await context.CallAsync(WatchActivity.Handle, ExperimentMoves.Watch(state, now), Quick), now);
            case ExperimentStep.Look:
                return ExperimentMoves.Looked(state, await context.CallAsync(LookActivity.Handle, new(state, now), Quick), now);
            case ExperimentStep.Rule:
                return ExperimentMoves.Ruled(state, await context.CallAsync(RuleAdoptionActivity.Handle, new(state, now), Quick));
            case ExperimentStep.Ask:
                await context.CallAsync(
                    OpenApprovalActivity.Handle,
                    new ApprovalQuestion { Asker = context.InstanceId, Cause = state.Cause, Request = state.Asked! }, Quick);
                return state with { IsAsked = true };
            case ExperimentStep.Cancel:
                await context.CallAsync(CancelApprovalActivity.Handle, state.Asked!.Id, Quick);
                return state with { Asked = null, IsAsked = false };
            case ExperimentStep.Settle:
                await context.CallAsync(SettleActivity.Handle, new(state, now), Quick);
                return state with { Phase = ExperimentPhase.Settled };
            default:
                throw new InvalidOperationException($"unknown step of an experiment: {step}");
        }
    }
}
