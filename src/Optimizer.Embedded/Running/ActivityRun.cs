using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Embedded.History;
using Optimizer.Embedded.Telemetry;
using Optimizer.Workflows;
using ActivityContext = Optimizer.Workflows.ActivityContext;

namespace Optimizer.Embedded.Running;

/// <summary>One run of an activity: in a place of its own, in a scope of its own, to an answer for its workflow.</summary>
internal sealed class ActivityRun(EngineCore core, LiveInstance instance, int generation, Command.CallActivity call, bool wasBegun = false)
    : IThreadPoolWorkItem
{
    /// <summary>Runs as soon as there is a place.</summary>
    public void Begin()
    {
        if (MayBegin())
        {
            core.ActivitySlots.Enter(this);
        }
    }

    /// <summary>Runs on this thread when there is a place.</summary>
    public void BeginHere()
    {
        if (!MayBegin())
        {
            return;
        }

        if (core.ActivitySlots.TryEnter())
        {
            Execute();
        }
        else
        {
            core.ActivitySlots.Enter(this);
        }
    }

    public void Execute() => _ = RunAsync();

    // What must not begin now is open in the history, and begins on resume or at the next start.
    private bool MayBegin()
    {
        lock (instance)
        {
            if (core.IsDraining || instance.State != Workflows.Instances.RunState.Running || !instance.BeginActivity(generation, call.Step))
            {
                return false;
            }
        }

        core.Quiet.Enter();
        return true;
    }

    private async Task RunAsync()
    {
        try
        {
            var answer = await AnswerAsync().ConfigureAwait(false);
            if (answer is not null)
            {
                core.Answer(instance, answer);
            }
            else
            {
                lock (instance)
                {
                    instance.EndActivity(generation, call.Step);
                }
            }
        }
        finally
        {
            core.ActivitySlots.Exit();
            core.Quiet.Exit();
        }
    }

    // Null: it was cancelled by the stop of the engine, and runs again at the next start.
    private async Task<Message?> AnswerAsync()
    {
        if (core.Registry.Find(call.Name) is not { } code)
        {
            return Failed(new(FailureTypes.UnknownActivity, $"no activity named '{call.Name}' is registered", CanRetry: false));
        }

        if (code.Repeat == Repeat.Never)
        {
            if (wasBegun)
            {
                return Failed(new(
                    FailureTypes.Interrupted,
                    $"the process died while '{call.Name}' ran, which must not be repeated: whether it took effect is unknown", CanRetry: false));
            }

            var begun = new BegunChange(instance, generation, call.Step, core.Now);
            core.Writer.Submit(begun);
            if (!await begun.IsDurable.ConfigureAwait(false))
            {
                return null;
            }
        }

        var started = Stopwatch.GetTimestamp();
        var answer = await RunAsync(code).ConfigureAwait(false);
        core.Metrics.Activity(call.Name, answer is Message.ActivityFailed, Stopwatch.GetElapsedTime(started));
        return answer;
    }

    private async Task<Message?> RunAsync(ActivityCode code)
    {
        using var span = EngineMetrics.Traces.HasListeners() ? Span() : null;
        await using var scope = new LazyScope(core.Services);
        try
        {
            var context = new ActivityContext(
                instance.Id, $"{core.StoreId}-{instance.Written.Key}/{generation}/{call.Call}", call.Attempt, scope, core.Stopping.Token);
            var output = await code.RunAsync(context, call.Input).ConfigureAwait(false);
            return core.Limits.IsTooLarge(output, "the output of activity", call.Name) is { } tooLarge
                ? Failed(Failure.Of(tooLarge))
                : new Message.ActivityCompleted(generation, call.Step, output);
        }
        catch (OperationCanceledException) when (core.Stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception fault)
        {
            // Whatever a handler throws is its workflow's to judge.
            span?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
            return Failed(Failure.Of(fault));
        }
    }

    private Message.ActivityFailed Failed(Failure failure)
    {
        EngineLog.ActivityFailed(core.Log, call.Name, instance.Id, call.Attempt, failure.Type);
        return new(generation, call.Step, failure);
    }

    private System.Diagnostics.Activity? Span()
    {
        var parent = System.Diagnostics.ActivityContext.TryParse(instance.Trace, null, out var context) ? context : default;
        return EngineMetrics.Traces.StartActivity($"activity {call.Name}", ActivityKind.Internal, parent)
            ?.SetTag("optimizer.instance", instance.Id)
            .SetTag("optimizer.step", call.Step)
            .SetTag("optimizer.attempt", call.Attempt);
    }

    /// <summary>A scope of services that is only made when something is asked of it.</summary>
    private sealed class LazyScope(IServiceProvider services) : IServiceProvider, IAsyncDisposable
    {
        private AsyncServiceScope? _scope;

        public object? GetService(Type serviceType)
        {
            if (_scope is null && services.GetService<IServiceScopeFactory>() is not null)
            {
                _scope = services.CreateAsyncScope();
            }

            return (_scope?.ServiceProvider ?? services).GetService(serviceType);
        }

        public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
