using System.Globalization;
using Optimizer.Crash.Worker.Journals;
using Optimizer.Crash.Worker.Running;
using Optimizer.Testing;

namespace Optimizer.Crash.Worker.Kills;

/// <summary>Kills the worker so often, lets it drain, and verifies.</summary>
public sealed class KillRun(string folder, int times, ulong seed)
{
    private const int LongestOpening = 250;
    private const int LongestLoad = 400;

    private readonly SplitMix _chance = new(seed);
    private readonly List<string> _faults = [];
    private int _whileOpening;

    /// <summary>Runs it.</summary>
    /// <param name="progress">Takes a line now and then.</param>
    /// <param name="cancelled">Stops it.</param>
    public async Task<KillCounts> RunAsync(Action<string> progress, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        for (var kill = 1; kill <= times; kill++)
        {
            await LiveAndDieAsync(kill, cancelled);
            if (kill % 10 == 0 || kill == times)
            {
                var started = Journal.Read(new WorkerFolder(folder).Started).Count;
                progress(string.Create(CultureInfo.InvariantCulture, $"{kill} kills, {_whileOpening} of them while opening, {started} starts acknowledged"));
            }
        }

        await DrainAsync(cancelled);
        progress("drained; verifying");
        return await new Verification(new WorkerFolder(folder)).RunAsync(times, _whileOpening, _faults);
    }

    private async Task LiveAndDieAsync(int kill, CancellationToken cancelled)
    {
        await using var worker = WorkerProcess.Start(folder, []);
        // Most die under load, some while they open, which is when what the last death left is put in order. The first life
        // always comes to its load.
        var opening = kill > 1 && _chance.Uniform() < 0.15;
        if (opening)
        {
            await Task.Delay((int)(_chance.Uniform() * LongestOpening), cancelled);
            _whileOpening++;
        }
        else
        {
            await worker.LineAsync(WorkerLine.Opened, cancelled);
            await Task.Delay((int)(_chance.Uniform() * LongestLoad), cancelled);
        }

        if (await worker.KillAsync() is { } code)
        {
            var (_, errors) = await worker.EndAsync(cancelled);
            _faults.Add($"life {kill} ended by itself with {code}: {errors}");
        }
    }

    private async Task DrainAsync(CancellationToken cancelled)
    {
        await using var worker = WorkerProcess.Start(folder, ["--drain"]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            var (code, errors) = await worker.EndAsync(limit.Token);
            if (code != 0)
            {
                _faults.Add($"the last life ended with {code}: {errors}");
            }
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            _faults.Add("the last life did not come to its end within 2 minutes");
        }
    }
}
