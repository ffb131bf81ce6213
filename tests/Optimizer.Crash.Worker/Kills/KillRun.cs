using System.Globalization;
using Optimizer.Crash.Worker.Journals;
using Optimizer.Crash.Worker.Running;
using Optimizer.Testing;

namespace Optimizer.Crash.Worker.Kills;

/// <summary>Kills the worker so often, lets it drain, and verifies.</summary>
public sealed class KillRun(string folder, int times, ulong seed)
{
    private const double OpeningShare = 0.15;
    private const int MostAnswers = 300;

    // Milliseconds.
    private const int LongestOpening = 400;
    private const int LongestAfter = 5;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

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
                var started = WorkerFolder.Orders(new WorkerFolder(folder).Started).Count;
                progress(string.Create(CultureInfo.InvariantCulture, $"{kill} kills, {_whileOpening} of them while opening, {started} starts acknowledged"));
            }
        }

        await DrainAsync(cancelled);
        progress("drained; verifying");
        return await new Verification(new WorkerFolder(folder)).RunAsync(times, _whileOpening, _faults);
    }

    private async Task LiveAndDieAsync(int kill, CancellationToken cancelled)
    {
        await using var worker = WorkerProcess.Start(folder, ["--tell"]);
        // Most die under load, after so many answers; some while they open, which is when what the last death left is put
        // in order. The first life always comes to its load.
        if (kill > 1 && _chance.Uniform() < OpeningShare)
        {
            await Task.Delay((int)(_chance.Uniform() * LongestOpening), cancelled);
        }
        else
        {
            await AnswersAsync(worker, kill, (int)(_chance.Uniform() * MostAnswers), cancelled);
            await Task.Delay((int)(_chance.Uniform() * LongestAfter), cancelled);
        }

        if (await worker.KillAsync() is { } code)
        {
            var (_, errors) = await worker.EndAsync(cancelled);
            _faults.Add($"life {kill} ended by itself with {code}: {errors}");
        }

        _whileOpening += worker.HasOpened ? 0 : 1;
    }

    private async Task AnswersAsync(WorkerProcess worker, int kill, int count, CancellationToken cancelled)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(LongestSilence);
        try
        {
            await worker.LineAsync(WorkerLine.Opened, limit.Token);
            for (var answer = 0; answer < count; answer++)
            {
                await worker.LineAsync(WorkerLine.Acknowledged, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            _faults.Add($"life {kill} did not come to {count} answers within {LongestSilence.TotalSeconds} s");
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
