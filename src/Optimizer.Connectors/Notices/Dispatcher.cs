using System.Globalization;
using Optimizer.Domain.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Notices;

/// <summary>
/// Delivers what is due, sink by sink, so that one that hangs holds up no other. A parcel is marked after its sink took it: who dies in
/// between delivers again under the same key, and nothing is lost.
/// </summary>
/// <param name="store">What is due.</param>
/// <param name="sinks">Where it goes.</param>
/// <param name="plan">When what failed is tried again.</param>
/// <param name="clock">Says when; also wakes.</param>
/// <param name="tell">Told when a parcel is given up.</param>
/// <param name="say">Told in one line when the store itself fails.</param>
public sealed class Dispatcher(
    INoticeStore store, IReadOnlyList<INoticeSink> sinks, RetryPlan plan, TimeProvider clock, INotifier tell, Action<string> say)
{
    // Different plays: how many a slow sink is asked to take at once.
    private const int MostAtOnce = 8;

    // Another process may put something there, such as a freeze or a replay by command, and whoever did waits for it; a digest may be at
    // most 60 s late (S1-047).
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim[] _bells = [.. sinks.Select(_ => new SemaphoreSlim(0))];

    /// <summary>Looks at once for what is due.</summary>
    public void Wake()
    {
        foreach (var bell in _bells)
        {
            bell.Release();
        }
    }

    /// <summary>Delivers until it is stopped. What is on its way then is delivered again later.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(sinks.Select((sink, place) => RunAsync(sink, _bells[place], cancellationToken)));

    /// <summary>Delivers what is due now at one sink, once each.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> PassAsync(INoticeSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        var due = await store.DueAsync(sink.Name, clock.GetUtcNow(), MostAtOnce, cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(due.Select(parcel => DeliverAsync(sink, parcel, cancellationToken))).ConfigureAwait(false);
        return due.Count;
    }

    private async Task RunAsync(INoticeSink sink, SemaphoreSlim bell, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (bell.CurrentCount > 0)
                {
                    await bell.WaitAsync(stop).ConfigureAwait(false);
                }

                if (await PassAsync(sink, stop).ConfigureAwait(false) == 0)
                {
                    await sink.FollowAsync(stop).ConfigureAwait(false);
                    var next = await store.NextAsync(sink.Name, stop).ConfigureAwait(false);
                    await SleepAsync(bell, next is { } due ? due - clock.GetUtcNow() : LongestSleep, stop).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the store throws: delivery must outlive a full disk, and says what it is.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                say(NoticeText.Plain($"notifications to {sink.Name} wait: {fault.Message}"));
                await SleepAsync(bell, LongestSleep, stop).ConfigureAwait(false);
            }
        }
    }

    private async Task SleepAsync(SemaphoreSlim bell, TimeSpan pause, CancellationToken stop)
    {
        pause = pause < ShortestSleep ? ShortestSleep : pause > LongestSleep ? LongestSleep : pause;
        using var alarm = new CancellationTokenSource(pause, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, stop);
        try
        {
            await bell.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // It is time, or over: the loop looks which.
        }
    }

    private async Task DeliverAsync(INoticeSink sink, Parcel parcel, CancellationToken cancellationToken)
    {
        SinkAnswer answer;
        try
        {
            answer = await sink.DeliverAsync(parcel, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A sink that throws has not taken it; the parcel is tried again and the log says why.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            answer = new(false, NoticeText.Plain(fault.Message));
        }

        var now = clock.GetUtcNow();
        var next = answer.Delivered || answer.IsFinal ? null : plan.Next(parcel.Number, parcel.Attempts.Count(attempt => !attempt.Delivered) + 1, parcel.Due, now, answer.RetryAfter);
        if (!answer.Delivered && next is null)
        {
            // Said first: who dies in between says it again under the same key.
            await SayGivenUpAsync(sink, parcel, answer, cancellationToken).ConfigureAwait(false);
        }

        await store.MarkAsync(parcel.Number, new(now, answer.Delivered, answer.Status), next, CancellationToken.None).ConfigureAwait(false);
    }

    private Task SayGivenUpAsync(INoticeSink sink, Parcel parcel, SinkAnswer answer, CancellationToken cancellationToken) => tell.NotifyAsync(
        new(
            "-", "warn", answer.IsFinal
                ? $"{sink.Name} will not take a message"
                : string.Create(CultureInfo.InvariantCulture, $"{sink.Name} did not take a message for {plan.GiveUpAfter.TotalDays:0.#} days"),
            $"{parcel.Attempts.Count + 1} attempts; the last answer was: {answer.Status}. Send it again: optimizer notifications replay {parcel.Number}", Outbox.SinkObject(sink.Name))
        {
            Kind = NoticeKind.SinkGaveUp,
        },
        $"gave-up/{parcel.Number}", cancellationToken);
}
