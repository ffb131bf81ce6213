using Optimizer.Crash.Worker.Journals;
using Optimizer.Workflows;

namespace Optimizer.Crash.Worker.Orders;

/// <summary>The world that the activities act on: a journal of effects that outlives the process.</summary>
/// <param name="path">Opened at the first effect, by when the engine has made sure that no other process runs here.</param>
public sealed class EffectWorld(string path) : IDisposable
{
    private readonly Lazy<Journal> _journal = new(() => new Journal(path, flush: false));

    /// <summary>Takes an effect under the call's key and gives the content back as the activity's output.</summary>
    public string Take(ActivityContext context, string content)
    {
        ArgumentNullException.ThrowIfNull(context);
        _journal.Value.Append($"{context.IdempotencyKey}\t{content}");
        return content;
    }

    /// <summary>What an activity does that takes the process with it: no handler runs, nothing is flushed.</summary>
    public static void KillProcess()
    {
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        own.Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    public void Dispose()
    {
        if (_journal.IsValueCreated)
        {
            _journal.Value.Dispose();
        }
    }
}
