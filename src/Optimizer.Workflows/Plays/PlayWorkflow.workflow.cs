using Optimizer.Domain.Approvals;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Approvals.Activities;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays.Activities;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays;

/// <summary>
/// One play, for ever (S0-002): sleeps until the next tick or news, takes the steps that follow, and continues as new with all it
/// remembers in one record. Experiments and questions are instances of their own that tell it how they ended, so no answer is lost
/// whatever generation it comes in. A step that fails by its schedule changes nothing: it is tried again, at most an hour later,
/// and the view says what does not answer.
/// </summary>
public static class PlayWorkflow
{
    private static readonly RetrySchedule Quick = new(4, TimeSpan.FromSeconds(30)) { Backoff = 3 };
    private static readonly RetrySchedule Once = new(1, TimeSpan.FromSeconds(30));
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public static async Task<None> RunAsync(IWorkflowContext context, PlayState state)
    {
        while (state.Step != PlayStep.Wait)
        {
            state = state.RetryAt is { } retry && context.UtcNow < retry ? await PauseAsync(context, state, retry) : await TryAsync(context, state);
            if (state.RetryAt is not null && state.Step != PlayStep.Wait)
            {
                // An outage may last for weeks; history must not grow with it.
                context.SetStatus(PlayMoves.View(state));
                context.ContinueAsNew(state);
                return default;
            }
        }

        context.SetStatus(PlayMoves.View(state));
        if (state.Status == PlayStatus.Stopped)
        {
            return default;
        }

        var (news, rest) = state.Inbox.Count > 0
            ? (state.Inbox[0], state with { Inbox = [.. state.Inbox.Skip(1)] })
            : ((await context.WaitAsync(LoopNames.PlayNews, state.NextTick))?.Payload, state);
        context.ContinueAsNew(news is null ? rest with { Step = PlayStep.Tick } : PlayMoves.Hear(rest, news, context.UtcNow));
        return default;
    }

    /// <summary>While something does not answer, a person is still heard; but what is half done is done first.</summary>
    private static async Task<PlayState> PauseAsync(IWorkflowContext context, PlayState state, DateTimeOffset retry)
    {
        var delivery = await context.WaitAsync(LoopNames.PlayNews, retry);
        return delivery is null || delivery.Payload.Command is { Kind: PlayCommandKind.Wake }
            ? state with { RetryAt = null }
            : state.Step is not (PlayStep.Rule or PlayStep.Launch or PlayStep.Conclude) && delivery.Payload.Command is { Kind: PlayCommandKind.Stop or PlayCommandKind.Pause }
                ? PlayMoves.Hear(state with { RetryAt = null }, delivery.Payload, context.UtcNow)
                : state with { Inbox = [.. state.Inbox, delivery.Payload] };
    }

    private static async Task<PlayState> TryAsync(IWorkflowContext context, PlayState state)
    {
        var written = state;
        try
        {
            written = await WriteAsync(context, state);
            var next = await StepAsync(context, written);
            return PlayMoves.Recovered(next with { Failures = 0, Problem = null, RetryAt = null }, state.Failures, state.Step, context.UtcNow);
        }
        catch (StepFailedException fault)
        {
            var pause = TimeSpan.FromMinutes(Math.Min(LongestPause.TotalMinutes, 5 * Math.Pow(2, state.Failures)));
            var parked = PlayMoves.Parked(written, fault.Failure, context.UtcNow, context.UtcNow + pause);
            return Stuck.Notice(parked, fault.Failure) is { } notice ? await TellAsync(context, parked, notice) : parked;
        }
    }

    private static async Task<PlayState> TellAsync(IWorkflowContext context, PlayState state, Notice notice)
    {
        try
        {
            await context.CallAsync(RecordActivity.Handle, new($"{state.Play}/entry-{state.Written}", [], notice), Once);
            return state with { IsStuckTold = true, Written = state.Written + 1 };
        }
        catch (StepFailedException)
        {
            // Nobody can be told either: it is told after the next failure, and the view says what does not answer.
            return state;
        }
    }

    private static async Task<PlayState> WriteAsync(IWorkflowContext context, PlayState state)
    {
        foreach (var question in state.Cancelled)
        {
            await context.CallAsync(CancelApprovalActivity.Handle, question, Quick);
        }

        if (state is { Ending: { } stop, Live: { } live })
        {
            await context.CallAsync(StopExperimentActivity.Handle, new(live.Id, stop), Quick);
        }

        state = state with { Cancelled = [], Ending = null };

        if (state.Unwritten.Count == 0)
        {
            return state;
        }

        var goesOn = state is { IsStuckTold: true, Failures: 0 };
        await context.CallAsync(RecordActivity.Handle, new($"{state.Play}/entry-{state.Written}", state.Unwritten, goesOn ? Stuck.GoesOn(state) : null), Quick);
        return state with { IsStuckTold = state.IsStuckTold && !goesOn, Unwritten = [], Written = state.Written + 1 };
    }

    private static async Task<PlayState> StepAsync(IWorkflowContext context, PlayState state)
    {
        var now = context.UtcNow;
        switch (state.Step)
        {
            case PlayStep.Tick:
                return PlayMoves.AfterTick(state, await context.CallAsync(TickActivity.Handle, PlayMoves.Tick(state, now), Quick), now);
            case PlayStep.Diagnose:
                context.SetStatus(PlayMoves.View(state));
                return PlayMoves.AfterDiagnosis(state, await context.CallAsync(DiagnoseActivity.Handle, PlayMoves.Diagnose(state, now), Quick), now);
            case PlayStep.Rule:
                return PlayMoves.AfterRuling(state, await context.CallAsync(RuleActivity.Handle, PlayMoves.Start(state, now), Quick), now);
            case PlayStep.Ask:
                await AskAsync(context, state, state.Asked!);
                return state with { Step = PlayStep.Wait };
            case PlayStep.AskSignOff:
                await AskAsync(context, state, state.SignOff!);
                return state with { Step = PlayMoves.Pending(state, now) };
            case PlayStep.Launch:
                await context.CallAsync(LaunchActivity.Handle, PlayMoves.Launch(state), Quick);
                return state with { Step = PlayStep.Wait };
            case PlayStep.Conclude:
                return PlayMoves.AfterConclusion(state, await context.CallAsync(ConcludeActivity.Handle, PlayMoves.Conclude(state, now), Quick), now);
            case PlayStep.Record:
                return state with { Step = PlayStep.Wait };
            default:
                throw new InvalidOperationException($"unknown step of a play: {state.Step}");
        }
    }

    private static Task<None> AskAsync(IWorkflowContext context, PlayState state, ApprovalRequest request) => context.CallAsync(
        OpenApprovalActivity.Handle,
        new ApprovalQuestion { Asker = context.InstanceId, Cause = state.Anomaly?.Id ?? request.Id, Request = request },
        Quick);
}
