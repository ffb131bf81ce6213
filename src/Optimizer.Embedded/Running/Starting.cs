using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Running;

/// <summary>Starts instances: of many callers with one id exactly one.</summary>
internal static class Starting
{
    public static async Task<StartAnswer> StartAsync(
        EngineCore core, WorkflowCode code, string id, Payload input, StartOptions options, string? trace)
    {
        List<LiveInstance>? replaced = null;
        try
        {
            return await StartAsync(core, code, id, input, options, trace, there => (replaced ??= []).Add(there)).ConfigureAwait(false);
        }
        finally
        {
            replaced?.ForEach(TellWaiters);
        }
    }

    private static async Task<StartAnswer> StartAsync(
        EngineCore core, WorkflowCode code, string id, Payload input, StartOptions options, string? trace, Action<LiveInstance> replacing)
    {
        while (true)
        {
            var mine = core.NewInstance(id, code.Name, code.Version, input, null, trace);
            mine.IsHeld = options.At is not null;
            var there = core.Instances.GetOrAdd(id, mine);
            if (there == mine)
            {
                var request = new StartRequest(core, mine, options);
                core.Writer.Submit(request);
                return await request.Answer.ConfigureAwait(false);
            }

            // The other caller's start, or the end of what was there, must be on disk before an answer rests on it.
            var read = new ReadRequest<bool>(_ => !there.Written.IsGone);
            core.Writer.Submit(read);
            if (!await read.Answer.ConfigureAwait(false))
            {
                await Task.Yield();
                continue;
            }

            if (options.Reuse != Reuse.Always)
            {
                return StartAnswer.AlreadyRunning;
            }

            replacing(there);
            lock (there)
            {
                there.IsReplaced = true;
            }

            var replaced = new TerminateRequest(core, there, "replaced by a new start", children: false);
            core.Writer.Submit(replaced);
            await replaced.Answer.ConfigureAwait(false);
        }
    }

    private static void TellWaiters(LiveInstance replaced)
    {
        IReadOnlyList<TaskCompletionSource<InstanceStatus?>> waiters;
        lock (replaced)
        {
            replaced.IsReplaced = false;
            waiters = replaced.TakeWaiters();
        }

        foreach (var waiter in waiters)
        {
            waiter.TrySetResult(null);
        }
    }
}
