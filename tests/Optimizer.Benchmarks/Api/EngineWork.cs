using Optimizer.Workflows;
using Optimizer.Workflows.Plays;

namespace Optimizer.Benchmarks.Api;

/// <summary>Plays that are told to tick, at a rate, while others read: each tick reads a KPI, judges it and writes its records.</summary>
internal sealed class EngineWork(ServedRun run, int first, int count, int perSecond) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _working = Task.CompletedTask;
    private int _told;

    public int Told => _told;

    public void Begin() => _working = Task.Run(WorkAsync);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        var random = new Random(1);
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        while (await clock.WaitForNextTickAsync(_stop.Token))
        {
            await run.Host.Loop.Engine.SignalAsync(
                LoopNames.PlayId(ServedPlays.Slug(first + random.Next(count))), LoopNames.PlayNews,
                new PlayNews { Command = new(PlayCommandKind.Tick, "bench@example.com", "work") }, cancellationToken: _stop.Token);
            _told++;
        }
    }
}
