using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Reports;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Functions.Watch;

/// <summary>
/// Looks after what must never end by itself: plays in force that are absent are started, failed ones and the clock of the reports are
/// started again from their last state, and people are told of an experiment that failed. What a person stopped, suspended or ended is left alone.
/// Looking twice, or two at once, changes nothing more.
/// </summary>
internal sealed class PlayWatch(World world, TimeProvider clock)
{
    private const int MostAtOnce = 16;

    // Somebody may be about to start it: a definition is in force before its play is.
    private static readonly TimeSpan Starting = TimeSpan.FromMinutes(2);

    // Anything of these, and a new start would give the same names again.
    private static readonly string[] Lived = ["experiment.started", "play.stopped"];

    private readonly Revival _revival = new(world, clock);

    /// <returns>What could not be looked after, one fault each; the others were.</returns>
    public async Task<IReadOnlyList<Exception>> LookAsync(CancellationToken cancellationToken)
    {
        var faults = new List<Exception>();
        foreach (var some in (await world.Plays.ListAsync(cancellationToken)).Chunk(MostAtOnce))
        {
            faults.AddRange((await Task.WhenAll(some.Select(slug => TryAsync(() => PlayAsync(slug, cancellationToken))))).OfType<Exception>());
        }

        if (await TryAsync(() => ReportsAsync(cancellationToken)) is { } fault)
        {
            faults.Add(fault);
        }

        return faults;
    }

    // One that cannot be read keeps nobody from looking after the others.
    private static async Task<Exception?> TryAsync(Func<Task> look)
    {
        try
        {
            await look();
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return fault;
        }
    }

    private async Task PlayAsync(string slug, CancellationToken cancellationToken)
    {
        switch (await world.Client().StatusAsync(LoopNames.PlayId(slug), cancellationToken))
        {
            case null:
                await StartAsync(slug, cancellationToken);
                break;
            case { State: RunState.Failed } failed:
                await _revival.StartAgainAsync(LoopNames.Play, failed, slug, cancellationToken);
                break;
            case { State: RunState.Running, Status: { } status } when status.ReadAs<PlayView>("the view of a play", slug).Experiment is { } experiment:
                await ExperimentAsync(slug, experiment, cancellationToken);
                break;
        }
    }

    private async Task StartAsync(string slug, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await world.Plays.FindAsync(slug, cancellationToken) is not { } definition || now - definition.At < Starting)
        {
            return;
        }

        await foreach (var record in world.Audit.ReadAsync(new() { Kinds = Lived, Play = slug }, cancellationToken))
        {
            if (record.Entry.Event is not PlayStopped)
            {
                await TellAsync(slug, "high", $"The play {slug} is gone", "It ran experiments, and the engine knows it no more. Nothing starts it anew, which would give the same names again; restore the engine's storage, or enrol it under another slug.", definition.Hash, cancellationToken);
            }

            return;
        }

        await world.Audit.AppendAsync($"watchdog/{slug}/start-{definition.Hash}-{now:yyyyMMddHH}", new()
        {
            Actor = "system",
            At = now,
            Cause = slug,
            Event = new OrderGiven("start", $"definition {definition.Hash} was in force and nothing ran by it"),
            Play = slug,
        }, cancellationToken);
        await TellAsync(slug, "info", $"The play {slug} was started", "Its definition was in force and nothing ran by it.", $"{now:yyyyMMddHH}", cancellationToken);
        await new Enrolment(world).StartAsync(slug, now, cancellationToken);
    }

    // Its effects are outside: whether it may go on is for a person to say.
    private async Task ExperimentAsync(string slug, string experiment, CancellationToken cancellationToken)
    {
        if (await world.Client().StatusAsync(LoopNames.ExperimentId(experiment), cancellationToken) is { State: RunState.Failed } failed)
        {
            await TellAsync(slug, "high", $"The experiment {experiment} failed", $"Nobody watches it any more; its settings stay as they are. {failed.Failure?.Message}", $"{experiment}/{failed.UpdatedAt.UtcTicks}", cancellationToken);
        }
    }

    private async Task ReportsAsync(CancellationToken cancellationToken)
    {
        switch (await world.Client().StatusAsync(LoopNames.ReportClockId, cancellationToken))
        {
            case null:
                await world.Client().StartAsync(ReportClockWorkflow.Handle, LoopNames.ReportClockId, new(new ReportSchedule()), cancellationToken: cancellationToken);
                break;
            case { State: RunState.Failed } failed:
                await _revival.StartAgainAsync(ReportClockWorkflow.Handle, failed, "-", cancellationToken);
                break;
        }
    }

    private Task TellAsync(string play, string severity, string subject, string text, string key, CancellationToken cancellationToken) => world.Notifier.NotifyAsync(
        new(play, severity, subject, text, $"stuck-{LoopNames.PlayId(play)}") { Kind = NoticeKind.LoopStuck }, $"watchdog/{play}/{key}", cancellationToken);
}
