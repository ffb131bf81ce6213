using Optimizer.Crash.Tests.Dying;
using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Crash.Tests.Whole;

/// <summary>Plays the script through as many lives as it takes.</summary>
internal sealed class WholeRun
{
    // Only to tell a hang: it is never waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly World _world = new();
    private int _step;
    private bool _again;

    /// <summary>Calls of the store that began, wrote or committed, in each life.</summary>
    public List<int> Calls { get; } = [];

    /// <summary>Faults that came.</summary>
    public int Struck { get; private set; }

    /// <summary>Runs of activities in all lives.</summary>
    public int Runs => _world.Runs.Count;

    /// <summary>Plays it; the first life meets the first fault, and so on; the last life meets none.</summary>
    public static async Task<WholeRun> PlayAsync(params Fault[] faults)
    {
        var run = new WholeRun();
        using var files = new LifeFiles();
        var now = WholeScript.Start;
        for (var life = 0; !await run.LiveAsync(files, new VirtualClock(now), life < faults.Length ? faults[life] : null, at => now = at); life++)
        {
            Assert.True(life <= faults.Length, "a life ended that no fault had ended");
        }

        return run;
    }

    /// <returns>Whether the script came to its end.</returns>
    private async Task<bool> LiveAsync(LifeFiles files, VirtualClock clock, Fault? fault, Action<DateTimeOffset> diedAt)
    {
        var life = new Life();
        DyingStore? store = null;
        var where = "opening";
        EmbeddedEngine? engine = null;
        var isRefused = false;
        try
        {
            var options = new EngineOptions { File = files.File, MaxActivities = 1, MaxTurns = 1 };
            engine = await EmbeddedEngine.OpenAsync(
                options, WholeWorkflow.Registry(_world, life), clock, null, null, inner => store = new DyingStore(inner, life, fault, () =>
                {
                    files.Bequeath();
                    // What is left of the dead engine may still move its clock.
                    diedAt(clock.GetUtcNow());
                }));
            var steps = new WholeScript(_world).Steps;
            while (_step < steps.Count)
            {
                where = steps[_step].Name;
                _again = !await IsDoneAsync(steps[_step].DoAsync(engine, _again), life);
                _step += _again ? 0 : 1;
            }
        }
        catch (Exception) when (life.HasEnded)
        {
            // Whatever a client of a dead process hears, it hears no more.
        }
        catch (EngineFileException) when (engine is null && store?.HasStruck == true)
        {
            // The disk failed while it opened: whoever runs it tries again.
            isRefused = true;
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException(
                $"life {Calls.Count + 1}, at '{where}': {wrong.Message}\n{(engine is null ? "" : await StoryAsync(engine))}", wrong);
        }

        Calls.Add(store?.Calls ?? 0);
        Struck += store?.HasStruck == true ? 1 : 0;
        _again |= life.HasEnded;
        if (engine is not null)
        {
            await engine.AbandonAsync().WaitAsync(Patience);
        }

        return !life.HasEnded && !isRefused;
    }

    private static async Task<string> StoryAsync(EmbeddedEngine engine)
    {
        var history = await engine.HistoryAsync(WholeWorkflow.Id);
        return $"{history?.Status}\n" + string.Join('\n', (history?.Entries ?? []).Select(entry =>
            $"{entry.At:HH:mm:ss} turn {entry.Turn} {entry.Kind} step {entry.Step} {entry.Name} {entry.Payload} {entry.Due:HH:mm:ss}"));
    }

    // False: it was told that nothing can be written for now, and is to ask again.
    private static async Task<bool> IsDoneAsync(Task step, Life life)
    {
        await Task.WhenAny(step, life.Death).WaitAsync(Patience);
        if (!step.IsCompleted)
        {
            // Nobody waits for it any more; what it may still throw is the dead engine's.
            _ = step.ContinueWith(left => left.Exception, TaskScheduler.Default);
            throw new DeathException();
        }

        try
        {
            await step;
            return true;
        }
        catch (EngineUnavailableException) when (!life.HasEnded)
        {
            return false;
        }
    }
}
